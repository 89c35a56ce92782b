package dev.cupel.linux.trace;

import static dev.cupel.linux.bpf.Arithmetic.ADD;
import static dev.cupel.linux.bpf.Arithmetic.SHIFT_LEFT;
import static dev.cupel.linux.bpf.Arithmetic.SHIFT_RIGHT_SIGNED;
import static dev.cupel.linux.bpf.Condition.DIFFERENT;
import static dev.cupel.linux.bpf.Condition.EQUAL;
import static dev.cupel.linux.bpf.Condition.SIGNED_BELOW;
import static dev.cupel.linux.bpf.Register.R0;
import static dev.cupel.linux.bpf.Register.R1;
import static dev.cupel.linux.bpf.Register.R10;
import static dev.cupel.linux.bpf.Register.R2;
import static dev.cupel.linux.bpf.Register.R3;
import static dev.cupel.linux.bpf.Register.R6;
import static dev.cupel.linux.bpf.Register.R8;
import static dev.cupel.linux.bpf.Width.DOUBLE;
import static dev.cupel.linux.bpf.Width.WORD;

import dev.cupel.linux.bpf.Assembler;
import dev.cupel.linux.bpf.KernelFunction;
import dev.cupel.linux.bpf.Label;
import dev.cupel.linux.bpf.Register;

/// Finds the directory that a path starts from and leaves its `struct path` on the stack ([Frame#BASE_MOUNT]); zeroes stand
/// for the container's own root.
final class Origin {
    private static final int AT_FDCWD = -100; // linux/fcntl.h
    private static final int PATH_BYTES = 16; // struct path: two pointers

    private final Pieces pieces;
    private final Assembler code;

    Origin(Pieces pieces) {
        this.pieces = pieces;
        this.code = pieces.code();
    }

    void none() {
        code.store(DOUBLE, R10, Frame.BASE_MOUNT, 0)
                .store(DOUBLE, R10, Frame.BASE_DENTRY, 0)
                .store(WORD, R6, Report.BASE, TraceEvent.Base.NONE.code);
    }

    /// For an absolute path: nothing, unless the process was chroot'ed away from the container's root.
    void root() {
        Label done = new Label();
        Label elsewhere = new Label();
        code.load(DOUBLE, R1, R10, Frame.ROOT_MOUNT).jumpIf(EQUAL, R1, 0, done);
        pieces.fetch(Frame.SCRATCH, 8, R8, pieces.of(KernelField.TASK_FS));
        pieces.follow(Frame.BASE_MOUNT, PATH_BYTES, Frame.SCRATCH, pieces.of(KernelField.FS_ROOT));
        unlessContainers(elsewhere);
        code.bind(elsewhere).bind(done);
    }

    /// Where the thread's paths started from before the call that moved it, which [#keep] put aside: its root for an absolute path,
    /// its directory for a relative one.
    void before(int kept) {
        Label done = new Label();
        Label elsewhere = new Label();
        pieces.lookUp(pieces.maps().origins(), Frame.THREAD);
        int at = kept - Frame.ORIGIN_ROOT;
        code.jumpIf(EQUAL, R0, 0, done)
                .load(DOUBLE, R1, R0, at)
                .store(DOUBLE, R10, Frame.BASE_MOUNT, R1)
                .load(DOUBLE, R1, R0, at + 8)
                .store(DOUBLE, R10, Frame.BASE_DENTRY, R1);
        if (kept == Frame.ORIGIN_ROOT) {
            unlessContainers(elsewhere);
        }
        code.bind(elsewhere).bind(done);
    }

    /// Puts root and directory of the thread aside.
    void keep() {
        pieces.fetch(Frame.SCRATCH, 8, R8, pieces.of(KernelField.TASK_FS));
        pieces.follow(Frame.ORIGIN_ROOT, PATH_BYTES, Frame.SCRATCH, pieces.of(KernelField.FS_ROOT));
        pieces.follow(Frame.ORIGIN_DIRECTORY, PATH_BYTES, Frame.SCRATCH, pieces.of(KernelField.FS_PWD));
        pieces.put(pieces.maps().origins(), Frame.THREAD, Frame.ORIGIN_ROOT);
    }

    /// Puts the directory aside that [#descriptor] found.
    void keepBase() {
        for (int i = 0; i < PATH_BYTES; i += 8) {
            code.load(DOUBLE, R1, R10, Frame.BASE_MOUNT + i)
                    .store(DOUBLE, R10, Frame.ORIGIN_DIRECTORY + i, R1)
                    .store(DOUBLE, R10, Frame.ORIGIN_ROOT + i, R1);
        }
        pieces.put(pieces.maps().origins(), Frame.THREAD, Frame.ORIGIN_ROOT);
    }

    /// Forgets the starting directory if it is the container's root: paths are told from there anyway.
    private void unlessContainers(Label elsewhere) {
        code.load(DOUBLE, R1, R10, Frame.BASE_MOUNT)
                .load(DOUBLE, R2, R10, Frame.ROOT_MOUNT)
                .jumpIf(DIFFERENT, R1, R2, elsewhere)
                .load(DOUBLE, R1, R10, Frame.BASE_DENTRY)
                .load(DOUBLE, R2, R10, Frame.ROOT_DENTRY)
                .jumpIf(DIFFERENT, R1, R2, elsewhere);
        none();
    }

    /// The working directory.
    void workingDirectory() {
        pieces.fetch(Frame.SCRATCH, 8, R8, pieces.of(KernelField.TASK_FS));
        pieces.follow(Frame.BASE_MOUNT, PATH_BYTES, Frame.SCRATCH, pieces.of(KernelField.FS_PWD));
    }

    /// The directory behind the descriptor in the register, which may be AT_FDCWD.
    void descriptor(Register descriptor) {
        Label open = new Label();
        Label done = new Label();
        Label gone = new Label();
        code.move(R1, descriptor)
                .alu(SHIFT_LEFT, R1, 32)
                .alu(SHIFT_RIGHT_SIGNED, R1, 32)
                .jumpIf(DIFFERENT, R1, AT_FDCWD, open);
        workingDirectory();
        code.jump(done).bind(open).jumpIf(SIGNED_BELOW, R1, 0, gone);
        file(R1, gone);
        pieces.follow(Frame.BASE_MOUNT, PATH_BYTES, Frame.SCRATCH, pieces.of(KernelField.FILE_PATH));
        code.jump(done).bind(gone).store(WORD, R6, Report.BASE, TraceEvent.Base.UNKNOWN.code);
        pieces.lose(Loss.BASE);
        code.bind(done);
    }

    /// Puts the `struct file*` of a descriptor into [Frame#SCRATCH]; goes to `gone` where it is closed by now.
    void file(Register descriptor, Label gone) {
        code.alu(SHIFT_LEFT, descriptor, 3).store(DOUBLE, R10, Frame.SCRATCH2, descriptor);
        pieces.fetch(Frame.SCRATCH, 8, R8, pieces.of(KernelField.TASK_FILES));
        pieces.follow(Frame.SCRATCH, 8, Frame.SCRATCH, pieces.of(KernelField.FILES_TABLE));
        pieces.follow(Frame.SCRATCH, 8, Frame.SCRATCH, pieces.of(KernelField.TABLE_FILES));
        code.load(DOUBLE, R3, R10, Frame.SCRATCH)
                .load(DOUBLE, R1, R10, Frame.SCRATCH2)
                .alu(ADD, R3, R1)
                .move(R2, 8)
                .stackAddress(R1, Frame.SCRATCH)
                .call(KernelFunction.PROBE_READ_KERNEL)
                .load(DOUBLE, R1, R10, Frame.SCRATCH)
                .jumpIf(EQUAL, R1, 0, gone);
    }
}
