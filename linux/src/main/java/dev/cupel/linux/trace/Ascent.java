package dev.cupel.linux.trace;

import static dev.cupel.linux.bpf.Arithmetic.ADD;
import static dev.cupel.linux.bpf.Arithmetic.AND;
import static dev.cupel.linux.bpf.Arithmetic.SUBTRACT;
import static dev.cupel.linux.bpf.Condition.ABOVE;
import static dev.cupel.linux.bpf.Condition.BELOW;
import static dev.cupel.linux.bpf.Condition.DIFFERENT;
import static dev.cupel.linux.bpf.Condition.EQUAL;
import static dev.cupel.linux.bpf.Condition.SIGNED_BELOW;
import static dev.cupel.linux.bpf.Register.R0;
import static dev.cupel.linux.bpf.Register.R1;
import static dev.cupel.linux.bpf.Register.R10;
import static dev.cupel.linux.bpf.Register.R2;
import static dev.cupel.linux.bpf.Register.R3;
import static dev.cupel.linux.bpf.Register.R6;
import static dev.cupel.linux.bpf.Register.R7;
import static dev.cupel.linux.bpf.Register.R9;
import static dev.cupel.linux.bpf.Width.DOUBLE;
import static dev.cupel.linux.bpf.Width.WORD;

import dev.cupel.linux.bpf.Assembler;
import dev.cupel.linux.bpf.KernelFunction;
import dev.cupel.linux.bpf.Label;

/// Climbs from the directory on the stack to the top of its mount namespace, across mounts, and writes the name of each
/// step behind the text. The processes may be gone when user space reads the record, so this cannot wait until then.
/// How much is written stands in the record and not in a register: so the verifier forgets it between steps, finds that all
/// steps look alike, and does not walk through every combination of name lengths. R7 and R9 are spoilt.
final class Ascent {
    private static final int STEPS = 128;

    private final Pieces pieces;
    private final Assembler code;

    Ascent(Pieces pieces) {
        this.pieces = pieces;
        this.code = pieces.code();
    }

    void climb() {
        Label step = new Label();
        Label named = new Label();
        Label next = new Label();
        Label done = new Label();
        Label tooDeep = new Label();
        code.load(DOUBLE, R1, R10, Frame.BASE_DENTRY).jumpIf(EQUAL, R1, 0, done).move(R7, 0).bind(step);
        hopOverMount(named, next, done);
        code.bind(named);
        name(tooDeep, done);
        code.bind(next).alu(ADD, R7, 1).jumpIf(BELOW, R7, STEPS, step).bind(tooDeep);
        ends(TraceEvent.Base.TOO_DEEP);
        pieces.lose(Loss.BASE);
        code.bind(done);
    }

    /// At the root of a mount the way leads on from the directory it is mounted on.
    private void hopOverMount(Label named, Label next, Label done) {
        Label hop = new Label();
        pieces.follow(Frame.SCRATCH, 8, Frame.BASE_MOUNT, pieces.of(KernelField.PUBLIC_ROOT));
        code.load(DOUBLE, R1, R10, Frame.SCRATCH)
                .load(DOUBLE, R2, R10, Frame.BASE_DENTRY)
                .jumpIf(DIFFERENT, R1, R2, named);
        int inside = pieces.of(KernelField.MOUNT_PUBLIC); // struct vfsmount is a member of struct mount
        pieces.follow(Frame.SCRATCH, 8, Frame.BASE_MOUNT, pieces.of(KernelField.MOUNT_PARENT) - inside);
        code.load(DOUBLE, R1, R10, Frame.SCRATCH)
                .load(DOUBLE, R2, R10, Frame.BASE_MOUNT)
                .alu(SUBTRACT, R2, inside)
                .jumpIf(DIFFERENT, R1, R2, hop);
        ends(TraceEvent.Base.COMPLETE);
        code.jump(done).bind(hop);
        pieces.follow(Frame.BASE_DENTRY, 8, Frame.BASE_MOUNT, pieces.of(KernelField.MOUNT_POINT) - inside);
        code.load(DOUBLE, R1, R10, Frame.SCRATCH)
                .alu(ADD, R1, inside)
                .store(DOUBLE, R10, Frame.BASE_MOUNT, R1)
                .jump(next);
    }

    private void name(Label tooDeep, Label done) {
        Label attached = new Label();
        pieces.follow(Frame.SCRATCH, 8, Frame.BASE_DENTRY, pieces.of(KernelField.DENTRY_PARENT));
        pieces.follow(
                Frame.SCRATCH2, 8, Frame.BASE_DENTRY, pieces.of(KernelField.DENTRY_NAME) + pieces.of(KernelField.NAME_TEXT));
        code.load(DOUBLE, R1, R10, Frame.SCRATCH)
                .load(DOUBLE, R2, R10, Frame.BASE_DENTRY)
                .jumpIf(DIFFERENT, R1, R2, attached);
        ends(TraceEvent.Base.DETACHED); // a pipe, a socket, a directory of an unmounted file system
        code.jump(done)
                .bind(attached)
                .store(DOUBLE, R10, Frame.BASE_DENTRY, R1)
                .load(WORD, R9, R6, Report.USED)
                .jumpIf(ABOVE, R9, Report.LONGEST_TEXTS, tooDeep)
                .move(R1, R6)
                .alu(ADD, R1, R9)
                .alu(ADD, R1, Report.TEXT)
                .move(R2, Report.LONGEST_NAME)
                .load(DOUBLE, R3, R10, Frame.SCRATCH2)
                .call(KernelFunction.PROBE_READ_KERNEL_STR)
                .jumpIf(SIGNED_BELOW, R0, 1, tooDeep)
                .alu(AND, R0, 2 * Report.LONGEST_NAME - 1)
                .alu(ADD, R9, R0)
                .store(WORD, R6, Report.USED, R9)
                .move(R9, 0);
    }

    private void ends(TraceEvent.Base how) {
        code.store(WORD, R6, Report.BASE, how.code);
    }
}
