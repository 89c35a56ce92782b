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
import static dev.cupel.linux.bpf.Register.R7;
import static dev.cupel.linux.bpf.Register.R8;
import static dev.cupel.linux.bpf.Register.R9;
import static dev.cupel.linux.bpf.Width.BYTE;
import static dev.cupel.linux.bpf.Width.DOUBLE;
import static dev.cupel.linux.bpf.Width.WORD;

import dev.cupel.linux.bpf.Assembler;
import dev.cupel.linux.bpf.KernelFunction;
import dev.cupel.linux.bpf.Label;
import java.util.List;

/// The program at every request that is handed to io_uring, which makes no system call of its own. What comes of it is not
/// known yet there. The names are in the kernel already.
final class RingRequest {
    /// One kind of request that names a file.
    ///
    /// @param opcode linux/io_uring.h, `enum io_uring_op`
    /// @param call number of the system call that does the same
    /// @param flags where the flags are, or [#NO_FLAGS]
    record Operation(int opcode, int call, KernelField directory, KernelField name, int flags) {}

    static final int NO_FLAGS = -1;

    private final Pieces pieces;
    private final Assembler code;
    private final Origin origin;
    private final Sending sending;
    private final Label end = new Label();

    RingRequest(Pieces pieces, Once once) {
        this.pieces = pieces;
        this.code = pieces.code();
        this.origin = new Origin(pieces);
        this.sending = new Sending(pieces, once);
    }

    /// raw_tp/io_uring_submit_req: R1 points at `struct io_kiocb*`.
    void write(List<Operation> operations) {
        Label send = new Label();
        code.load(DOUBLE, R9, R1, 0);
        pieces.fetch(Frame.SCRATCH, 8, R9, pieces.of(KernelField.REQUEST_OPCODE));
        code.load(BYTE, R7, R10, Frame.SCRATCH);
        Label wanted = new Label();
        operations.forEach(operation -> code.jumpIf(EQUAL, R7, operation.opcode, wanted));
        code.exit().bind(wanted);
        pieces.requireTarget(end);
        begin();
        for (Operation operation : operations) {
            Label other = new Label();
            code.jumpIf(DIFFERENT, R7, operation.opcode, other);
            read(operation);
            code.jump(send).bind(other);
        }
        code.jump(end).bind(send);
        text();
        start();
        sending.send();
        code.bind(end).exit();
    }

    private void begin() {
        Label known = new Label();
        pieces.element(pieces.maps().scratch(), 0, end);
        code.move(R6, R0)
                .store(DOUBLE, R6, Report.RESULT, 0)
                .store(DOUBLE, R6, Report.PROGRAM, 0)
                .store(DOUBLE, R6, Report.HOW, 0)
                .store(WORD, R6, Report.MOUNT_NAMESPACE, 0)
                .store(WORD, R6, Report.KIND, TraceEvent.Kind.PATH.code)
                .store(WORD, R6, Report.OUTCOME, TraceEvent.Outcome.UNKNOWN.code)
                .call(KernelFunction.GET_CURRENT_TASK)
                .move(R8, R0);
        pieces.identify();
        pieces.lookUp(pieces.maps().processes(), Frame.KEY);
        code.jumpIf(EQUAL, R0, 0, known).load(DOUBLE, R1, R0, 0).store(DOUBLE, R6, Report.PROGRAM, R1).bind(known);
    }

    /// Leaves the address of the name on the stack and the descriptor of its directory beside it.
    private void read(Operation operation) {
        code.store(WORD, R6, Report.CALL, operation.call);
        if (operation.flags != NO_FLAGS) {
            pieces.fetch(Frame.SCRATCH, 8, R9, operation.flags);
            code.load(DOUBLE, R1, R10, Frame.SCRATCH).store(DOUBLE, R6, Report.HOW, R1);
        }
        pieces.fetch(Frame.VALUE, 4, R9, pieces.of(operation.directory));
        pieces.fetch(Frame.SCRATCH, 8, R9, pieces.of(operation.name));
    }

    private void text() {
        pieces.follow(Frame.SCRATCH, 8, Frame.SCRATCH, pieces.of(KernelField.FILENAME_TEXT));
        code.move(R1, R6)
                .alu(ADD, R1, Report.TEXT)
                .move(R2, Report.LONGEST_TEXT)
                .load(DOUBLE, R3, R10, Frame.SCRATCH)
                .call(KernelFunction.PROBE_READ_KERNEL_STR)
                .jumpIf(SIGNED_BELOW, R0, 2, end)
                .move(R9, R0)
                .jumpIf(ABOVE, R9, Report.LONGEST_TEXT, end);
    }

    private void start() {
        Label relative = new Label();
        Label found = new Label();
        origin.none();
        code.load(BYTE, R1, R6, Report.TEXT).jumpIf(DIFFERENT, R1, '/', relative);
        origin.root();
        code.jump(found).bind(relative).load(WORD, R1, R10, Frame.VALUE);
        origin.descriptor(R1);
        code.bind(found);
    }
}
