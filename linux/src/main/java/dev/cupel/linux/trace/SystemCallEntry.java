package dev.cupel.linux.trace;

import static dev.cupel.linux.bpf.Arithmetic.ADD;
import static dev.cupel.linux.bpf.Condition.EQUAL;
import static dev.cupel.linux.bpf.Register.R0;
import static dev.cupel.linux.bpf.Register.R1;
import static dev.cupel.linux.bpf.Register.R10;
import static dev.cupel.linux.bpf.Register.R6;
import static dev.cupel.linux.bpf.Register.R9;
import static dev.cupel.linux.bpf.Width.DOUBLE;
import static dev.cupel.linux.bpf.Width.WORD;

import dev.cupel.linux.bpf.Assembler;
import dev.cupel.linux.bpf.Label;
import java.util.List;

/// The program at the start of every system call: counts those that never return and so never reach [SystemCallExit].
final class SystemCallEntry {
    private final Pieces pieces;
    private final Assembler code;
    private final List<Integer> numbers;
    private final Label end = new Label();

    SystemCallEntry(Pieces pieces, List<Integer> numbers) {
        this.pieces = pieces;
        this.code = pieces.code();
        this.numbers = List.copyOf(numbers);
    }

    /// raw_tp/sys_enter: R1 points at `struct pt_regs*`, `long number`.
    void write() {
        Label wanted = new Label();
        code.load(DOUBLE, R9, R1, 8);
        for (int number : numbers) {
            code.jumpIf(EQUAL, R9, number, wanted);
        }
        code.exit().bind(wanted);
        pieces.requireTarget(end);
        pieces.element(pieces.maps().scratch(), 0, end);
        code.move(R6, R0);
        pieces.identify();
        pieces.lookUp(pieces.maps().processes(), Frame.KEY);
        code.jumpIf(EQUAL, R0, 0, end).store(WORD, R10, Frame.KEY, R9);
        pieces.lookUp(pieces.maps().calls(), Frame.KEY);
        code.jumpIf(EQUAL, R0, 0, end)
                .load(DOUBLE, R1, R0, 0)
                .alu(ADD, R1, 1)
                .store(DOUBLE, R0, 0, R1)
                .bind(end)
                .exit();
    }
}
