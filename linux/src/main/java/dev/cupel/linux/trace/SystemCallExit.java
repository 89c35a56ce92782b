package dev.cupel.linux.trace;

import static dev.cupel.linux.bpf.Arithmetic.ADD;
import static dev.cupel.linux.bpf.Arithmetic.AND;
import static dev.cupel.linux.bpf.Arithmetic.SHIFT_LEFT;
import static dev.cupel.linux.bpf.Arithmetic.SHIFT_RIGHT;
import static dev.cupel.linux.bpf.Condition.ABOVE;
import static dev.cupel.linux.bpf.Condition.ANY_BIT;
import static dev.cupel.linux.bpf.Condition.AT_LEAST;
import static dev.cupel.linux.bpf.Condition.BELOW;
import static dev.cupel.linux.bpf.Condition.DIFFERENT;
import static dev.cupel.linux.bpf.Condition.EQUAL;
import static dev.cupel.linux.bpf.Condition.SIGNED_AT_LEAST;
import static dev.cupel.linux.bpf.Condition.SIGNED_BELOW;
import static dev.cupel.linux.bpf.Register.R0;
import static dev.cupel.linux.bpf.Register.R1;
import static dev.cupel.linux.bpf.Register.R10;
import static dev.cupel.linux.bpf.Register.R2;
import static dev.cupel.linux.bpf.Register.R3;
import static dev.cupel.linux.bpf.Register.R6;
import static dev.cupel.linux.bpf.Register.R7;
import static dev.cupel.linux.bpf.Register.R8;
import static dev.cupel.linux.bpf.Register.R9;
import static dev.cupel.linux.bpf.Width.BYTE;
import static dev.cupel.linux.bpf.Width.DOUBLE;
import static dev.cupel.linux.bpf.Width.HALF;
import static dev.cupel.linux.bpf.Width.WORD;

import dev.cupel.linux.bpf.Assembler;
import dev.cupel.linux.bpf.KernelFunction;
import dev.cupel.linux.bpf.Label;
import dev.cupel.linux.bpf.Register;
import dev.cupel.linux.calls.Arguments;

/// The program at the end of every system call. There the arguments still stand in the saved registers, the result is known,
/// and the kernel has just touched the path, so that it is in memory.
final class SystemCallExit {
    private static final int EBADF = 9;
    private static final int EFAULT = 14;
    private static final int ENOENT = 2;
    private static final int ENOTDIR = 20;
    private static final int AF_UNIX = 1;
    private static final int LONGEST_ADDRESS = 128; // struct sockaddr_storage
    private static final int RESOLVE_IN_ROOT = 0x10; // linux/openat2.h
    private static final int HOW_BYTES = 24;

    private final Processor processor;
    private final Pieces pieces;
    private final Assembler code;
    private final Origin origin;
    private final Sending sending;
    private final Label end = new Label();
    private final int firstRegister;
    private final int registerBytes;

    SystemCallExit(Processor processor, Pieces pieces, Once once) {
        this.processor = processor;
        this.pieces = pieces;
        this.code = pieces.code();
        this.origin = new Origin(pieces);
        this.sending = new Sending(pieces, once);
        this.firstRegister = pieces.layout().registers().stream().mapToInt(x -> x).min().orElseThrow();
        this.registerBytes = pieces.layout().registers().stream().mapToInt(x -> x).max().orElseThrow() + 8 - firstRegister;
    }

    /// raw_tp/sys_exit: R1 points at `struct pt_regs*`, `long result`.
    void write() {
        code.load(DOUBLE, R9, R1, 0).load(DOUBLE, R8, R1, 8);
        pieces.requireTarget(end);
        pieces.element(pieces.maps().scratch(), 0, end);
        code.move(R6, R0).store(DOUBLE, R6, Report.RESULT, R8);
        registers();
        count();
        recipe();
        arguments();
        outcome();
        dispatch();
        code.bind(end).exit();
    }

    private void registers() {
        code.move(R1, R6)
                .alu(ADD, R1, Report.REGISTERS)
                .move(R2, registerBytes)
                .move(R3, R9)
                .alu(ADD, R3, firstRegister)
                .call(KernelFunction.PROBE_READ_KERNEL)
                .load(WORD, R9, R6, register(Processor.NUMBER))
                .jumpIf(AT_LEAST, R9, TraceMaps.CALL_NUMBERS, end)
                .store(WORD, R6, Report.CALL, R9);
    }

    /// Counts the call for processes that run a program of the container; what the runtime does before that is not the image's.
    private void count() {
        Label known = new Label();
        Label counted = new Label();
        Label wide = new Label();
        pieces.identify();
        pieces.lookUp(pieces.maps().processes(), Frame.KEY);
        code.jumpIf(DIFFERENT, R0, 0, known)
                .store(DOUBLE, R6, Report.PROGRAM, 0)
                .jump(counted)
                .bind(known)
                .load(DOUBLE, R1, R0, 0)
                .store(DOUBLE, R6, Report.PROGRAM, R1)
                .load(HALF, R1, R6, register(Processor.MODE))
                .alu(AND, R1, processor.modeMask())
                .jumpIf(EQUAL, R1, processor.modeOf64(), wide);
        pieces.lose(Loss.COMPAT);
        code.jump(end).bind(wide).store(WORD, R10, Frame.KEY, R9);
        pieces.lookUp(pieces.maps().calls(), Frame.KEY);
        code.jumpIf(EQUAL, R0, 0, counted)
                .load(DOUBLE, R1, R0, 0)
                .alu(ADD, R1, 1)
                .store(DOUBLE, R0, 0, R1)
                .bind(counted);
    }

    private void recipe() {
        code.store(WORD, R10, Frame.KEY, R9);
        pieces.lookUp(pieces.maps().recipes(), Frame.KEY);
        code.jumpIf(EQUAL, R0, 0, end)
                .load(DOUBLE, R7, R0, 0)
                .jumpIf(EQUAL, R7, 0, end)
                .store(DOUBLE, R10, Frame.RECIPE, R7)
                .call(KernelFunction.GET_CURRENT_TASK)
                .move(R8, R0);
    }

    private void arguments() {
        for (int i = 0; i < 6; i++) {
            code.load(DOUBLE, R1, R6, register(i)).store(DOUBLE, R6, Report.ARGUMENTS + 8 * i, R1);
        }
        Label plain = new Label();
        code.store(DOUBLE, R6, Report.HOW, 0)
                .store(DOUBLE, R6, Report.HOW + 8, 0)
                .store(DOUBLE, R6, Report.HOW + 16, 0)
                .store(WORD, R6, Report.MOUNT_NAMESPACE, 0);
        position(R1, 4);
        code.jumpIf(EQUAL, R1, Arguments.NONE, plain);
        argument(R1);
        code.store(DOUBLE, R6, Report.HOW, R1).bind(plain);
    }

    private void outcome() {
        Label known = new Label();
        Label missing = new Label();
        code.load(DOUBLE, R1, R6, Report.RESULT)
                .store(WORD, R6, Report.OUTCOME, TraceEvent.Outcome.MISSING.code)
                .jumpIf(EQUAL, R1, -EFAULT, end)
                .jumpIf(EQUAL, R1, -EBADF, end)
                .jumpIf(EQUAL, R1, -ENOENT, missing)
                .jumpIf(EQUAL, R1, -ENOTDIR, missing)
                .store(WORD, R6, Report.OUTCOME, TraceEvent.Outcome.FAILED.code)
                .jumpIf(SIGNED_BELOW, R1, 0, known)
                .store(WORD, R6, Report.OUTCOME, TraceEvent.Outcome.DONE.code)
                .bind(known)
                .bind(missing);
    }

    private void dispatch() {
        Label paths = new Label();
        Label program = new Label();
        Label how = new Label();
        Label descriptor = new Label();
        Label address = new Label();
        Label listener = new Label();
        code.store(WORD, R6, Report.KIND, TraceEvent.Kind.PATH.code);
        origin.none();
        position(R1, 5);
        code.jumpIf(EQUAL, R1, Arguments.Shape.PATH.code(), paths)
                .jumpIf(EQUAL, R1, Arguments.Shape.MOVE.code(), paths)
                .jumpIf(EQUAL, R1, Arguments.Shape.PROGRAM.code(), program)
                .jumpIf(EQUAL, R1, Arguments.Shape.PATH_WITH_HOW.code(), how)
                .jumpIf(EQUAL, R1, Arguments.Shape.DESCRIPTOR.code(), descriptor)
                .jumpIf(EQUAL, R1, Arguments.Shape.ADDRESS.code(), address)
                .jumpIf(EQUAL, R1, Arguments.Shape.LISTENER.code(), listener)
                .jump(end)
                .bind(descriptor);
        descriptor();
        code.jump(end).bind(address);
        address();
        code.jump(end).bind(listener);
        listener();
        code.jump(end).bind(program).load(DOUBLE, R1, R6, Report.RESULT).jumpIf(SIGNED_AT_LEAST, R1, 0, end).jump(paths).bind(how);
        how();
        code.bind(paths);
        path(0);
        code.store(WORD, R6, Report.KIND, TraceEvent.Kind.SECOND_PATH.code);
        path(1);
    }

    /// Reports the first or second path of the call.
    private void path(int which) {
        Label done = new Label();
        Label relative = new Label();
        Label found = new Label();
        Label moved = new Label();
        Label movedRelative = new Label();
        code.load(DOUBLE, R7, R10, Frame.RECIPE);
        position(R1, 2 * which);
        code.jumpIf(EQUAL, R1, Arguments.NONE, done);
        argument(R1);
        text(R1, done);
        origin.none();
        code.load(BYTE, R2, R6, Report.TEXT);
        position(R1, 5);
        code.jumpIf(EQUAL, R1, Arguments.Shape.MOVE.code(), moved);
        position(R1, 2 * which + 1);
        code.load(DOUBLE, R2, R6, Report.HOW + 16).jumpIf(ANY_BIT, R2, RESOLVE_IN_ROOT, relative);
        code.load(BYTE, R2, R6, Report.TEXT).jumpIf(DIFFERENT, R2, '/', relative);
        origin.root();
        code.jump(found).bind(moved).jumpIf(DIFFERENT, R2, '/', movedRelative);
        origin.before(Frame.ORIGIN_ROOT);
        code.jump(found).bind(movedRelative);
        origin.before(Frame.ORIGIN_DIRECTORY);
        code.jump(found).bind(relative);
        Label fromDescriptor = new Label();
        code.jumpIf(DIFFERENT, R1, Arguments.NONE, fromDescriptor);
        origin.workingDirectory();
        code.jump(found).bind(fromDescriptor);
        argument(R1);
        origin.descriptor(R1);
        code.bind(found);
        sending.send();
        code.bind(done);
    }

    /// R9 = bytes of the text at the address in the program's memory, which is copied into the record.
    private void text(Register address, Label done) {
        Label readable = new Label();
        // No path at all stands for the descriptor itself: futimens(3) is utimensat(2) with a null pointer.
        code.move(R3, address)
                .jumpIf(EQUAL, R3, 0, done)
                .move(R1, R6)
                .alu(ADD, R1, Report.TEXT)
                .move(R2, Report.LONGEST_TEXT)
                .call(KernelFunction.PROBE_READ_USER_STR)
                .jumpIf(SIGNED_AT_LEAST, R0, 0, readable);
        pieces.lose(Loss.UNREADABLE);
        code.jump(done)
                .bind(readable)
                .move(R9, R0)
                .jumpIf(BELOW, R9, 2, done) // an empty path stands for the descriptor itself, which was opened by name before
                .jumpIf(ABOVE, R9, Report.LONGEST_TEXT, done);
    }

    private void how() {
        code.move(R1, R6)
                .alu(ADD, R1, Report.HOW)
                .move(R2, HOW_BYTES)
                .load(DOUBLE, R3, R6, Report.HOW)
                .call(KernelFunction.PROBE_READ_USER);
    }

    private void descriptor() {
        code.load(DOUBLE, R1, R6, Report.RESULT).jumpIf(SIGNED_BELOW, R1, 0, end);
        code.load(DOUBLE, R1, R6, Report.ARGUMENTS);
        origin.descriptor(R1);
        code.store(BYTE, R6, Report.TEXT, 0).move(R9, 1);
        sending.send();
    }

    private void address() {
        Label short128 = new Label();
        Label absolute = new Label();
        Label send = new Label();
        code.load(DOUBLE, R9, R6, Report.ARGUMENTS + 16)
                .jumpIf(BELOW, R9, 3, end)
                .jumpIf(BELOW, R9, LONGEST_ADDRESS, short128)
                .move(R9, LONGEST_ADDRESS)
                .bind(short128)
                .store(WORD, R6, Report.KIND, TraceEvent.Kind.ADDRESS.code)
                .move(R1, R6)
                .alu(ADD, R1, Report.TEXT)
                .move(R2, R9)
                .load(DOUBLE, R3, R6, Report.ARGUMENTS + 8)
                .call(KernelFunction.PROBE_READ_USER)
                .jumpIf(SIGNED_BELOW, R0, 0, end)
                .load(HALF, R1, R6, Report.TEXT)
                .jumpIf(DIFFERENT, R1, AF_UNIX, send)
                .load(BYTE, R1, R6, Report.TEXT + 2)
                .jumpIf(EQUAL, R1, '/', absolute)
                .jumpIf(EQUAL, R1, 0, send); // an abstract name
        origin.workingDirectory();
        code.jump(send).bind(absolute);
        origin.root();
        code.bind(send);
        sending.send();
    }

    /// The text of a listener: u32 family, u32 port, the address of IPv4, that of IPv6, u32 type.
    private void listener() {
        code.load(DOUBLE, R1, R6, Report.RESULT).jumpIf(SIGNED_BELOW, R1, 0, end);
        code.load(DOUBLE, R1, R6, Report.ARGUMENTS);
        origin.file(R1, end);
        for (int i = 0; i < 4; i++) {
            code.store(DOUBLE, R6, Report.TEXT + 8 * i, 0);
        }
        pieces.follow(Frame.SCRATCH, 8, Frame.SCRATCH, pieces.of(KernelField.FILE_PRIVATE));
        copy(28, 2, KernelField.SOCKET_TYPE);
        pieces.follow(Frame.SCRATCH, 8, Frame.SCRATCH, pieces.of(KernelField.SOCKET_SOCK));
        copy(0, 2, KernelField.SOCK_FAMILY);
        copy(4, 2, KernelField.SOCK_PORT);
        copy(8, 4, KernelField.SOCK_ADDRESS);
        copy(12, 16, KernelField.SOCK_ADDRESS6);
        code.store(WORD, R6, Report.KIND, TraceEvent.Kind.LISTENER.code).move(R9, TraceEvent.LISTENER_BYTES);
        sending.send();
    }

    private void copy(int target, int bytes, KernelField field) {
        code.move(R1, R6)
                .alu(ADD, R1, Report.TEXT + target)
                .move(R2, bytes)
                .load(DOUBLE, R3, R10, Frame.SCRATCH)
                .alu(ADD, R3, pieces.of(field))
                .call(KernelFunction.PROBE_READ_KERNEL);
    }

    /// A byte of the recipe, which is in R7.
    private void position(Register target, int which) {
        code.move(target, R7).alu(SHIFT_RIGHT, target, 8 * which).alu(AND, target, 0xff);
    }

    /// The argument at the position in the register, into the same register.
    private void argument(Register position) {
        code.alu(AND, position, 7)
                .alu(SHIFT_LEFT, position, 3)
                .alu(ADD, position, R6)
                .load(DOUBLE, position, position, Report.ARGUMENTS);
    }

    private int register(int which) {
        return Report.REGISTERS + pieces.layout().registers().get(which) - firstRegister;
    }
}
