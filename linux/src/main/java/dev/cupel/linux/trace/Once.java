package dev.cupel.linux.trace;

import static dev.cupel.linux.bpf.Arithmetic.ADD;
import static dev.cupel.linux.bpf.Arithmetic.MULTIPLY;
import static dev.cupel.linux.bpf.Arithmetic.OR;
import static dev.cupel.linux.bpf.Arithmetic.SHIFT_RIGHT;
import static dev.cupel.linux.bpf.Arithmetic.XOR;
import static dev.cupel.linux.bpf.Condition.ABOVE;
import static dev.cupel.linux.bpf.Condition.AT_LEAST;
import static dev.cupel.linux.bpf.Condition.BELOW;
import static dev.cupel.linux.bpf.Condition.DIFFERENT;
import static dev.cupel.linux.bpf.Condition.EQUAL;
import static dev.cupel.linux.bpf.Register.R0;
import static dev.cupel.linux.bpf.Register.R1;
import static dev.cupel.linux.bpf.Register.R10;
import static dev.cupel.linux.bpf.Register.R2;
import static dev.cupel.linux.bpf.Register.R3;
import static dev.cupel.linux.bpf.Register.R4;
import static dev.cupel.linux.bpf.Register.R5;
import static dev.cupel.linux.bpf.Register.R6;
import static dev.cupel.linux.bpf.Register.R9;
import static dev.cupel.linux.bpf.Width.DOUBLE;
import static dev.cupel.linux.bpf.Width.WORD;

import dev.cupel.linux.bpf.Assembler;
import dev.cupel.linux.bpf.Label;

/// Lets a report through the first time in each phase only: a busy server asks for the same few files ten thousand times a second.
/// Two reports are the same when a 64-bit hash over call, outcome, program, flags, text and starting directory is. The hash
/// begins with a secret number, so a program cannot prepare a path that hides behind another.
final class Once {
    private static final long FACTOR = 0x9E3779B97F4A7C15L; // odd, its bits well spread
    private static final int LONGEST = 248; // longer texts are rare and always reported

    private final Pieces pieces;
    private final Assembler code;
    private final long secret;

    Once(Pieces pieces, long secret) {
        this.pieces = pieces;
        this.code = pieces.code();
        this.secret = secret;
    }

    /// Goes to `known` when the record in R6 with R9 bytes of text was let through before.
    void require(Label known) {
        Label next = new Label();
        Label hashing = new Label();
        code.jumpIf(ABOVE, R9, LONGEST, next);
        phase(next);
        directory();
        code.moveWide(R1, secret).moveWide(R5, FACTOR);
        mixStack(Frame.PHASE);
        mixWord(Report.CALL);
        mixWord(Report.KIND);
        mixWord(Report.OUTCOME);
        mixDouble(Report.PROGRAM);
        mixDouble(Report.HOW);
        mixStack(Frame.BASE_DENTRY);
        mixStack(Frame.PARENT);
        mixStack(Frame.SCRATCH2);
        code.move(R2, R6).alu(ADD, R2, R9).store(DOUBLE, R2, Report.TEXT, 0).move(R3, 0).bind(hashing);
        Label hashed = new Label();
        code.jumpIf(AT_LEAST, R3, R9, hashed)
                .move(R4, R6)
                .alu(ADD, R4, R3)
                .load(DOUBLE, R2, R4, Report.TEXT);
        mix();
        code.alu(ADD, R3, 8).jumpIf(BELOW, R3, LONGEST + 8, hashing).bind(hashed).store(DOUBLE, R10, Frame.VALUE, R1).move(R9, 0);
        pieces.lookUp(pieces.maps().seen(), Frame.VALUE);
        code.jumpIf(DIFFERENT, R0, 0, known);
        pieces.put(pieces.maps().seen(), Frame.VALUE, Frame.VALUE);
        code.bind(next);
    }

    private void phase(Label missing) {
        code.store(WORD, R10, Frame.VALUE, 0);
        pieces.lookUp(pieces.maps().phase(), Frame.VALUE);
        code.jumpIf(EQUAL, R0, 0, missing).load(DOUBLE, R1, R0, 0).store(DOUBLE, R10, Frame.PHASE, R1);
    }

    /// An address may be another directory's later on; parent and name tell them apart.
    void directory() {
        Label none = new Label();
        code.store(DOUBLE, R10, Frame.PARENT, 0)
                .store(DOUBLE, R10, Frame.SCRATCH2, 0)
                .load(DOUBLE, R1, R10, Frame.BASE_DENTRY)
                .jumpIf(EQUAL, R1, 0, none);
        pieces.follow(Frame.PARENT, 8, Frame.BASE_DENTRY, pieces.of(KernelField.DENTRY_PARENT));
        pieces.follow(
                Frame.SCRATCH2, 8, Frame.BASE_DENTRY, pieces.of(KernelField.DENTRY_NAME) + pieces.of(KernelField.NAME_HASH));
        code.bind(none);
    }

    /// R1 = an identity, never 0, of the file whose `struct path` is on the stack.
    void identity() {
        directory();
        code.moveWide(R1, secret).moveWide(R5, FACTOR);
        mixStack(Frame.BASE_DENTRY);
        mixStack(Frame.PARENT);
        mixStack(Frame.SCRATCH2);
        code.alu(OR, R1, 1);
    }

    private void mixWord(int offset) {
        code.load(WORD, R2, R6, offset);
        mix();
    }

    private void mixDouble(int offset) {
        code.load(DOUBLE, R2, R6, offset);
        mix();
    }

    private void mixStack(int offset) {
        code.load(DOUBLE, R2, R10, offset);
        mix();
    }

    private void mix() {
        code.alu(XOR, R1, R2)
                .alu(MULTIPLY, R1, R5)
                .move(R2, R1)
                .alu(SHIFT_RIGHT, R2, 29)
                .alu(XOR, R1, R2);
    }
}
