package dev.cupel.linux.trace;

import static dev.cupel.linux.bpf.Condition.DIFFERENT;
import static dev.cupel.linux.bpf.Condition.EQUAL;
import static dev.cupel.linux.bpf.Register.R0;
import static dev.cupel.linux.bpf.Register.R1;
import static dev.cupel.linux.bpf.Register.R10;
import static dev.cupel.linux.bpf.Register.R2;
import static dev.cupel.linux.bpf.Register.R6;
import static dev.cupel.linux.bpf.Register.R8;
import static dev.cupel.linux.bpf.Width.DOUBLE;
import static dev.cupel.linux.bpf.Width.WORD;

import dev.cupel.linux.bpf.Arithmetic;
import dev.cupel.linux.bpf.Assembler;
import dev.cupel.linux.bpf.KernelFunction;
import dev.cupel.linux.bpf.Label;

/// Keeps the table of the container's processes: children belong where their parent does, the dead leave.
final class ProcessLife {
    private final Pieces pieces;
    private final Assembler code;
    private final Label end = new Label();

    ProcessLife(Pieces pieces) {
        this.pieces = pieces;
        this.code = pieces.code();
    }

    /// raw_tp/sched_process_fork: R1 points at `struct task_struct* parent`, `struct task_struct* child`.
    void writeFork() {
        code.load(DOUBLE, R8, R1, 8)
                .call(KernelFunction.GET_CURRENT_PID_TGID)
                .alu(Arithmetic.SHIFT_RIGHT, R0, 32)
                .move(R6, R0)
                .store(WORD, R10, Frame.KEY, R6);
        pieces.lookUp(pieces.maps().processes(), Frame.KEY);
        code.jumpIf(EQUAL, R0, 0, end).load(DOUBLE, R1, R0, 0).store(DOUBLE, R10, Frame.VALUE, R1);
        pieces.fetch(Frame.KEY, 4, R8, pieces.of(KernelField.TASK_TGID));
        code.load(WORD, R2, R10, Frame.KEY).jumpIf(EQUAL, R2, R6, end); // a thread
        pieces.put(pieces.maps().processes(), Frame.KEY, Frame.VALUE);
        pieces.loseOnError(Loss.PROCESSES, end);
        code.bind(end).exit();
    }

    /// raw_tp/sched_process_exit: R1 points at `struct task_struct*`. The first thread may end before the others do.
    void writeExit() {
        code.load(DOUBLE, R8, R1, 0);
        pieces.fetch(Frame.KEY, 4, R8, pieces.of(KernelField.TASK_TGID));
        pieces.fetch(Frame.SCRATCH, 8, R8, pieces.of(KernelField.TASK_SIGNAL));
        pieces.follow(Frame.SCRATCH2, 4, Frame.SCRATCH, pieces.of(KernelField.SIGNAL_LIVE));
        code.load(WORD, R1, R10, Frame.SCRATCH2)
                .jumpIf(DIFFERENT, R1, 0, end)
                .moveMap(R1, pieces.maps().processes())
                .stackAddress(R2, Frame.KEY)
                .call(KernelFunction.MAP_DELETE)
                .bind(end)
                .exit();
    }
}
