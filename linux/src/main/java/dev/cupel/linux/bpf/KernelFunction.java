package dev.cupel.linux.bpf;

/// Functions that a program may call (linux/bpf.h, `enum bpf_func_id`).
public enum KernelFunction {
    MAP_LOOKUP(1),
    MAP_UPDATE(2),
    MAP_DELETE(3),
    KTIME_GET_NS(5),
    GET_CURRENT_PID_TGID(14),
    GET_CURRENT_COMM(16),
    GET_CURRENT_TASK(35),
    GET_CURRENT_CGROUP_ID(80),
    PROBE_READ_USER(112), // since 5.5
    PROBE_READ_KERNEL(113),
    PROBE_READ_USER_STR(114),
    PROBE_READ_KERNEL_STR(115),
    GET_CURRENT_ANCESTOR_CGROUP_ID(123), // since 5.7
    RINGBUF_OUTPUT(130); // since 5.8

    final int number;

    KernelFunction(int number) {
        this.number = number;
    }
}
