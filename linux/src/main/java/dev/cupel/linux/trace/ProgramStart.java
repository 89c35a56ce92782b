package dev.cupel.linux.trace;

import static dev.cupel.linux.bpf.Arithmetic.ADD;
import static dev.cupel.linux.bpf.Condition.ABOVE;
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
import static dev.cupel.linux.bpf.Register.R9;
import static dev.cupel.linux.bpf.Width.BYTE;
import static dev.cupel.linux.bpf.Width.DOUBLE;
import static dev.cupel.linux.bpf.Width.WORD;

import dev.cupel.linux.bpf.Assembler;
import dev.cupel.linux.bpf.KernelFunction;
import dev.cupel.linux.bpf.Label;

/// The program at every successful exec, when the new program stands and before its first instruction. A process that has its
/// exec inside the container's mount namespace is the container's own from then on; before that it is the runtime's.
final class ProgramStart {
    /// `/dev/fd/`, which execveat puts before the number of its descriptor; little-endian, as both processors are.
    private static final long DESCRIPTORS = 0x2f64662f7665642fL;

    private final Pieces pieces;
    private final Assembler code;
    private final Origin origin;
    private final Once once;
    private final Sending sending;
    private final Label end = new Label();

    ProgramStart(Pieces pieces, Once once) {
        this.pieces = pieces;
        this.code = pieces.code();
        this.origin = new Origin(pieces);
        this.once = once;
        this.sending = new Sending(pieces, once);
    }

    /// raw_tp/sched_process_exec: R1 points at `struct task_struct*`, `pid_t old_pid`, `struct linux_binprm*`.
    void write() {
        code.load(DOUBLE, R8, R1, 0).load(DOUBLE, R9, R1, 16).store(DOUBLE, R10, Frame.EXEC, R9);
        pieces.requireTarget(end);
        pieces.element(pieces.maps().scratch(), 0, end);
        code.move(R6, R0)
                .store(DOUBLE, R6, Report.RESULT, 0)
                .store(WORD, R6, Report.CALL, 0)
                .store(WORD, R6, Report.OUTCOME, TraceEvent.Outcome.DONE.code)
                .store(DOUBLE, R6, Report.PROGRAM, 0)
                .store(DOUBLE, R6, Report.HOW, 0);
        pieces.mountNamespace();
        adopt();
        executable();
        name();
        interpreter();
        code.bind(end).exit();
    }

    /// Makes the process the container's, unless it is still outside.
    private void adopt() {
        Label outside = new Label();
        Label inside = new Label();
        Label adopted = new Label();
        pieces.identify();
        code.load(WORD, R9, R6, Report.PROCESS);
        pieces.lookUp(pieces.maps().processes(), Frame.KEY);
        code.jumpIf(DIFFERENT, R0, 0, inside);
        pieces.element(pieces.maps().settings(), 0, outside);
        code.load(DOUBLE, R1, R0, Settings.MOUNT_NAMESPACE)
                .load(WORD, R2, R6, Report.MOUNT_NAMESPACE)
                .jumpIf(DIFFERENT, R1, R2, outside)
                .bind(inside);
        file();
        once.identity();
        code.store(DOUBLE, R6, Report.PROGRAM, R1)
                .store(DOUBLE, R10, Frame.VALUE, R1)
                .store(WORD, R10, Frame.KEY, R9);
        pieces.put(pieces.maps().processes(), Frame.KEY, Frame.VALUE);
        pieces.loseOnError(Loss.PROCESSES, adopted);
        code.bind(adopted);
        rememberRoot();
        code.bind(outside);
    }

    /// The first program of the container shows where the container's root is.
    private void rememberRoot() {
        Label known = new Label();
        code.load(DOUBLE, R1, R10, Frame.ROOT_MOUNT).jumpIf(DIFFERENT, R1, 0, known);
        pieces.fetch(Frame.SCRATCH, 8, R8, pieces.of(KernelField.TASK_FS));
        pieces.follow(Frame.ROOT_MOUNT, 16, Frame.SCRATCH, pieces.of(KernelField.FS_ROOT));
        pieces.element(pieces.maps().settings(), 0, known);
        code.load(DOUBLE, R1, R10, Frame.ROOT_MOUNT)
                .store(DOUBLE, R0, Settings.ROOT_MOUNT, R1)
                .load(DOUBLE, R1, R10, Frame.ROOT_DENTRY)
                .store(DOUBLE, R0, Settings.ROOT_DENTRY, R1)
                .bind(known);
    }

    /// What the program was started as.
    private void name() {
        Label done = new Label();
        pieces.follow(Frame.SCRATCH, 8, Frame.EXEC, pieces.of(KernelField.EXEC_NAME));
        kernelText(done);
        code.store(WORD, R6, Report.KIND, TraceEvent.Kind.STARTED.code);
        start();
        sending.send();
        code.bind(done);
    }

    /// What the first line of a script, or of the script that it names, says.
    private void interpreter() {
        Label done = new Label();
        pieces.follow(Frame.SCRATCH, 8, Frame.EXEC, pieces.of(KernelField.EXEC_NAME));
        pieces.follow(Frame.SCRATCH2, 8, Frame.EXEC, pieces.of(KernelField.EXEC_INTERPRETER));
        code.load(DOUBLE, R1, R10, Frame.SCRATCH)
                .load(DOUBLE, R2, R10, Frame.SCRATCH2)
                .jumpIf(EQUAL, R1, R2, done)
                .store(DOUBLE, R10, Frame.SCRATCH, R2);
        kernelText(done);
        code.store(WORD, R6, Report.KIND, TraceEvent.Kind.INTERPRETER.code);
        start();
        sending.send();
        code.bind(done);
    }

    /// The file that runs, whatever names led to it: gives the identity in [Report#PROGRAM] a name.
    private void executable() {
        code.store(WORD, R6, Report.KIND, TraceEvent.Kind.EXECUTABLE.code);
        file();
        code.store(WORD, R6, Report.BASE, TraceEvent.Base.NONE.code)
                .store(BYTE, R6, Report.TEXT, 0)
                .move(R9, 1);
        sending.send();
    }

    /// Leaves the `struct path` of the file on the stack.
    private void file() {
        pieces.follow(Frame.SCRATCH, 8, Frame.EXEC, pieces.of(KernelField.EXEC_FILE));
        pieces.follow(Frame.BASE_MOUNT, 16, Frame.SCRATCH, pieces.of(KernelField.FILE_PATH));
    }

    private void start() {
        Label relative = new Label();
        Label found = new Label();
        Label plain = new Label();
        origin.none();
        code.load(DOUBLE, R1, R6, Report.TEXT).moveWide(R2, DESCRIPTORS).jumpIf(DIFFERENT, R1, R2, plain);
        origin.before(Frame.ORIGIN_DIRECTORY);
        code.jump(found).bind(plain).load(BYTE, R1, R6, Report.TEXT).jumpIf(DIFFERENT, R1, '/', relative);
        origin.root();
        code.jump(found).bind(relative);
        origin.workingDirectory();
        code.bind(found);
    }

    private void kernelText(Label done) {
        code.move(R1, R6)
                .alu(ADD, R1, Report.TEXT)
                .move(R2, Report.LONGEST_TEXT)
                .load(DOUBLE, R3, R10, Frame.SCRATCH)
                .call(KernelFunction.PROBE_READ_KERNEL_STR)
                .jumpIf(SIGNED_BELOW, R0, 1, done)
                .move(R9, R0)
                .jumpIf(ABOVE, R9, Report.LONGEST_TEXT, done);
    }
}
