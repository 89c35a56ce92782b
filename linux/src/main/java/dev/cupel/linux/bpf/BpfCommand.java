package dev.cupel.linux.bpf;

import dev.cupel.linux.Call;
import dev.cupel.linux.ErrnoException;
import java.lang.foreign.MemorySegment;

/// The commands of bpf(2) that Cupel gives (linux/bpf.h, `enum bpf_cmd`).
enum BpfCommand {
    MAP_CREATE(0),
    MAP_LOOKUP_ELEMENT(1),
    MAP_UPDATE_ELEMENT(2),
    PROG_LOAD(5),
    RAW_TRACEPOINT_OPEN(17);

    private final int number;

    BpfCommand(int number) {
        this.number = number;
    }

    /// Gives the command with its part of `union bpf_attr`; what it points at must outlive the call.
    long give(MemorySegment attributes) throws ErrnoException {
        return Call.BPF.invoke(number, attributes.address(), attributes.byteSize());
    }
}
