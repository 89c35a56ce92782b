package dev.cupel.linux.trace;

import static dev.cupel.linux.bpf.Arithmetic.ADD;
import static dev.cupel.linux.bpf.Condition.DIFFERENT;
import static dev.cupel.linux.bpf.Condition.EQUAL;
import static dev.cupel.linux.bpf.Condition.SIGNED_BELOW;
import static dev.cupel.linux.bpf.Register.R0;
import static dev.cupel.linux.bpf.Register.R1;
import static dev.cupel.linux.bpf.Register.R10;
import static dev.cupel.linux.bpf.Register.R2;
import static dev.cupel.linux.bpf.Register.R3;
import static dev.cupel.linux.bpf.Register.R4;
import static dev.cupel.linux.bpf.Register.R6;
import static dev.cupel.linux.bpf.Register.R8;
import static dev.cupel.linux.bpf.Width.DOUBLE;
import static dev.cupel.linux.bpf.Width.WORD;

import dev.cupel.linux.bpf.Assembler;
import dev.cupel.linux.bpf.BpfMap;
import dev.cupel.linux.bpf.KernelFunction;
import dev.cupel.linux.bpf.Label;
import dev.cupel.linux.bpf.Register;

/// Short sequences that every program is made of. By agreement R6 holds the record that is put together and R8 the current
/// `struct task_struct`; R0 to R5 are spoilt by each piece.
final class Pieces {
    private static final int ANY = 0; // BPF_ANY, linux/bpf.h

    private final Assembler code;
    private final TraceMaps maps;
    private final KernelLayout layout;

    Pieces(Assembler code, TraceMaps maps, KernelLayout layout) {
        this.code = code;
        this.maps = maps;
        this.layout = layout;
    }

    Assembler code() {
        return code;
    }

    TraceMaps maps() {
        return maps;
    }

    int of(KernelField field) {
        return layout.of(field);
    }

    KernelLayout layout() {
        return layout;
    }

    /// R0 = address of the value of the key on the stack, or 0.
    void lookUp(BpfMap map, int key) {
        code.moveMap(R1, map).stackAddress(R2, key).call(KernelFunction.MAP_LOOKUP);
    }

    /// R0 = address of an array's element; goes to `missing` where the index is out of range.
    void element(BpfMap map, int index, Label missing) {
        code.store(WORD, R10, Frame.KEY, index);
        lookUp(map, Frame.KEY);
        code.jumpIf(EQUAL, R0, 0, missing);
    }

    /// Sets the value of the key, both on the stack; R0 is negative where the map is full.
    void put(BpfMap map, int key, int value) {
        code.moveMap(R1, map)
                .stackAddress(R2, key)
                .stackAddress(R3, value)
                .move(R4, ANY)
                .call(KernelFunction.MAP_UPDATE);
    }

    /// Copies kernel memory at `address + offset` to the stack. Unreadable memory leaves zeroes: the kernel clears it then.
    void fetch(int target, int bytes, Register address, int offset) {
        code.move(R3, address)
                .alu(ADD, R3, offset)
                .move(R2, bytes)
                .stackAddress(R1, target)
                .call(KernelFunction.PROBE_READ_KERNEL);
    }

    /// The same, starting from an address that is on the stack.
    void follow(int target, int bytes, int pointer, int offset) {
        code.load(DOUBLE, R3, R10, pointer)
                .alu(ADD, R3, offset)
                .move(R2, bytes)
                .stackAddress(R1, target)
                .call(KernelFunction.PROBE_READ_KERNEL);
    }

    /// Goes to `outside` unless the current process is in the container's control group or one below it; puts the container's
    /// root on the stack.
    void requireTarget(Label outside) {
        Label inside = new Label();
        element(maps.settings(), 0, outside);
        code.move(R6, R0)
                .load(DOUBLE, R1, R6, Settings.ROOT_MOUNT)
                .store(DOUBLE, R10, Frame.ROOT_MOUNT, R1)
                .load(DOUBLE, R1, R6, Settings.ROOT_DENTRY)
                .store(DOUBLE, R10, Frame.ROOT_DENTRY, R1)
                .call(KernelFunction.GET_CURRENT_CGROUP_ID)
                .load(DOUBLE, R1, R6, Settings.CGROUP)
                .jumpIf(EQUAL, R0, R1, inside)
                .load(DOUBLE, R1, R6, Settings.LEVEL)
                .call(KernelFunction.GET_CURRENT_ANCESTOR_CGROUP_ID)
                .load(DOUBLE, R1, R6, Settings.CGROUP)
                .jumpIf(DIFFERENT, R0, R1, outside)
                .bind(inside);
    }

    /// Puts thread and process into the record, and both and the process id as keys on the stack.
    void identify() {
        code.call(KernelFunction.GET_CURRENT_PID_TGID)
                .store(DOUBLE, R6, Report.THREAD, R0)
                .store(DOUBLE, R10, Frame.THREAD, R0)
                .load(WORD, R1, R6, Report.PROCESS)
                .store(WORD, R10, Frame.KEY, R1);
    }

    /// Puts the id of the current mount namespace into the record.
    void mountNamespace() {
        fetch(Frame.SCRATCH, 8, R8, of(KernelField.TASK_NSPROXY));
        follow(Frame.SCRATCH, 8, Frame.SCRATCH, of(KernelField.NSPROXY_MOUNTS));
        follow(Frame.SCRATCH2, 4, Frame.SCRATCH, of(KernelField.MOUNTS_COMMON) + of(KernelField.COMMON_INUM));
        code.load(WORD, R1, R10, Frame.SCRATCH2).store(WORD, R6, Report.MOUNT_NAMESPACE, R1);
    }

    /// Counts one loss.
    void lose(Loss loss) {
        Label done = new Label();
        element(maps.losses(), loss.index, done);
        code.move(R1, 1).atomicAdd(R0, 0, R1).bind(done);
    }

    /// Counts a loss where the last call answered with an error.
    void loseOnError(Loss loss, Label next) {
        Label failed = new Label();
        code.jumpIf(SIGNED_BELOW, R0, 0, failed).jump(next).bind(failed);
        lose(loss);
        code.jump(next);
    }
}
