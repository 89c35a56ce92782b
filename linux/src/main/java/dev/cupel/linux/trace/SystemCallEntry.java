package dev.cupel.linux.trace;

import static dev.cupel.linux.bpf.Arithmetic.ADD;
import static dev.cupel.linux.bpf.Condition.EQUAL;
import static dev.cupel.linux.bpf.Register.R0;
import static dev.cupel.linux.bpf.Register.R1;
import static dev.cupel.linux.bpf.Register.R10;
import static dev.cupel.linux.bpf.Register.R6;
import static dev.cupel.linux.bpf.Register.R7;
import static dev.cupel.linux.bpf.Register.R8;
import static dev.cupel.linux.bpf.Register.R9;
import static dev.cupel.linux.bpf.Width.DOUBLE;
import static dev.cupel.linux.bpf.Width.WORD;

import dev.cupel.linux.bpf.Assembler;
import dev.cupel.linux.bpf.KernelFunction;
import dev.cupel.linux.bpf.Label;
import java.util.List;

/// The program at the start of every system call. It acts on few: those that never return and so never reach
/// [SystemCallExit] are counted here, and of those that move the thread it keeps where it was before.
final class SystemCallEntry {
    private final Pieces pieces;
    private final Assembler code;
    private final Origin origin;
    private final Label end = new Label();

    SystemCallEntry(Pieces pieces) {
        this.pieces = pieces;
        this.code = pieces.code();
        this.origin = new Origin(pieces);
    }

    /// raw_tp/sys_enter: R1 points at `struct pt_regs*`, `long number`.
    ///
    /// @param endless numbers of calls that never return
    /// @param moves numbers of calls of the shape [dev.cupel.linux.calls.Arguments.Shape#MOVE]
    /// @param execveat its number: the descriptor that it starts from may be closed when it has succeeded
    void write(List<Integer> endless, List<Integer> moves, int execveat) {
        Label count = new Label();
        Label keep = new Label();
        Label keepDescriptor = new Label();
        code.load(DOUBLE, R9, R1, 8).load(DOUBLE, R7, R1, 0);
        endless.forEach(number -> code.jumpIf(EQUAL, R9, number, count));
        moves.forEach(number -> code.jumpIf(EQUAL, R9, number, keep));
        code.jumpIf(EQUAL, R9, execveat, keepDescriptor).exit().bind(count);
        begin();
        count();
        code.bind(keep);
        begin();
        origin.keep();
        code.exit().bind(keepDescriptor);
        begin();
        pieces.fetch(Frame.SCRATCH2, 8, R7, pieces.layout().registers().getFirst());
        origin.none();
        code.load(DOUBLE, R1, R10, Frame.SCRATCH2);
        origin.descriptor(R1);
        origin.keepBase();
        code.bind(end).exit();
    }

    private void begin() {
        pieces.requireTarget(end);
        pieces.element(pieces.maps().scratch(), 0, end);
        code.move(R6, R0).call(KernelFunction.GET_CURRENT_TASK).move(R8, R0);
        pieces.identify();
    }

    private void count() {
        pieces.lookUp(pieces.maps().processes(), Frame.KEY);
        code.jumpIf(EQUAL, R0, 0, end).store(WORD, R10, Frame.KEY, R9);
        pieces.lookUp(pieces.maps().calls(), Frame.KEY);
        code.jumpIf(EQUAL, R0, 0, end)
                .load(DOUBLE, R1, R0, 0)
                .alu(ADD, R1, 1)
                .store(DOUBLE, R0, 0, R1)
                .exit();
    }
}
