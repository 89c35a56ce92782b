package dev.cupel.linux.bpf;

/// The eBPF registers. Calls return in R0, take R1 to R5 and spoil them; R6 to R9 survive; R10 is the frame, read-only.
public enum Register {
    R0(0),
    R1(1),
    R2(2),
    R3(3),
    R4(4),
    R5(5),
    R6(6),
    R7(7),
    R8(8),
    R9(9),
    R10(10);

    final int number;

    Register(int number) {
        this.number = number;
    }
}
