package dev.cupel.linux.trace;

import static dev.cupel.linux.bpf.Arithmetic.ADD;
import static dev.cupel.linux.bpf.Condition.ABOVE;
import static dev.cupel.linux.bpf.Condition.DIFFERENT;
import static dev.cupel.linux.bpf.Register.R0;
import static dev.cupel.linux.bpf.Register.R1;
import static dev.cupel.linux.bpf.Register.R2;
import static dev.cupel.linux.bpf.Register.R3;
import static dev.cupel.linux.bpf.Register.R4;
import static dev.cupel.linux.bpf.Register.R6;
import static dev.cupel.linux.bpf.Register.R9;
import static dev.cupel.linux.bpf.Width.DOUBLE;
import static dev.cupel.linux.bpf.Width.WORD;

import dev.cupel.linux.bpf.Assembler;
import dev.cupel.linux.bpf.KernelFunction;
import dev.cupel.linux.bpf.Label;

/// Completes a record whose text (R9 bytes) and starting directory are known, and sends it, unless it was sent before.
final class Sending {
    private static final int NO_WAKEUP = 1; // BPF_RB_NO_WAKEUP: user space looks by itself every few milliseconds

    private final Pieces pieces;
    private final Assembler code;
    private final Once once;
    private final Ascent ascent;

    Sending(Pieces pieces, Once once) {
        this.pieces = pieces;
        this.code = pieces.code();
        this.once = once;
        this.ascent = new Ascent(pieces);
    }

    /// Spoils R7 and R9.
    void send() {
        Label done = new Label();
        code.store(WORD, R6, Report.TEXT_BYTES, R9).store(WORD, R6, Report.USED, R9);
        once.require(done);
        ascent.climb();
        code.call(KernelFunction.KTIME_GET_NS)
                .store(DOUBLE, R6, Report.TIME, R0)
                .move(R1, R6)
                .alu(ADD, R1, Report.COMMAND)
                .move(R2, 16)
                .call(KernelFunction.GET_CURRENT_COMM)
                .load(DOUBLE, R1, R6, Report.PROGRAM);
        Label known = new Label();
        code.jumpIf(DIFFERENT, R1, 0, known);
        pieces.mountNamespace();
        code.bind(known).load(WORD, R9, R6, Report.USED).jumpIf(ABOVE, R9, Report.LONGEST_TEXTS + Report.LONGEST_NAME, done);
        code.moveMap(R1, pieces.maps().ring().map())
                .move(R2, R6)
                .move(R3, R9)
                .alu(ADD, R3, Report.TEXT)
                .move(R4, NO_WAKEUP)
                .call(KernelFunction.RINGBUF_OUTPUT);
        pieces.loseOnError(Loss.DROPPED, done);
        code.bind(done);
    }
}
