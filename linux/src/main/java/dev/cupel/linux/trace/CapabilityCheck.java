package dev.cupel.linux.trace;

import static dev.cupel.linux.bpf.Arithmetic.SHIFT_RIGHT;
import static dev.cupel.linux.bpf.Condition.DIFFERENT;
import static dev.cupel.linux.bpf.Condition.EQUAL;
import static dev.cupel.linux.bpf.Register.R0;
import static dev.cupel.linux.bpf.Register.R1;
import static dev.cupel.linux.bpf.Register.R10;
import static dev.cupel.linux.bpf.Register.R7;
import static dev.cupel.linux.bpf.Register.R8;
import static dev.cupel.linux.bpf.Register.R9;
import static dev.cupel.linux.bpf.Width.DOUBLE;
import static dev.cupel.linux.bpf.Width.WORD;

import dev.cupel.linux.bpf.Assembler;
import dev.cupel.linux.bpf.KernelFunction;
import dev.cupel.linux.bpf.Label;

/// The program at every question whether a process has a capability. Only what was asked of the container's programs and
/// granted counts: what is refused was done without.
final class CapabilityCheck {
    private final Pieces pieces;
    private final Assembler code;
    private final Label end = new Label();

    CapabilityCheck(Pieces pieces) {
        this.pieces = pieces;
        this.code = pieces.code();
    }

    /// raw_tp/cap_capable (since 6.13): R1 points at `struct cred*`, `struct user_namespace* target`, `struct user_namespace*
    /// capable`, `int cap`, `int ret`.
    void write() {
        code.load(DOUBLE, R8, R1, 32)
                .jumpIf(DIFFERENT, R8, 0, end)
                .load(DOUBLE, R7, R1, 0)
                .load(DOUBLE, R9, R1, 24);
        pieces.requireTarget(end);
        code.call(KernelFunction.GET_CURRENT_TASK).move(R8, R0);
        // overlayfs works on its layers with the credentials of who mounted it; what those may do is not the program's need.
        pieces.fetch(Frame.SCRATCH, 8, R8, pieces.of(KernelField.TASK_REAL_CRED));
        code.load(DOUBLE, R1, R10, Frame.SCRATCH)
                .jumpIf(DIFFERENT, R1, R7, end)
                .call(KernelFunction.GET_CURRENT_PID_TGID)
                .alu(SHIFT_RIGHT, R0, 32)
                .store(WORD, R10, Frame.KEY, R0);
        pieces.lookUp(pieces.maps().processes(), Frame.KEY);
        code.jumpIf(EQUAL, R0, 0, end).store(WORD, R10, Frame.KEY, R9);
        pieces.lookUp(pieces.maps().capabilities(), Frame.KEY);
        code.jumpIf(EQUAL, R0, 0, end).move(R1, 1).atomicAdd(R0, 0, R1).bind(end).exit();
    }
}
