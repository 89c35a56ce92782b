package dev.cupel.linux.seccomp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.process.OwnThread;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Whether a filter with a listener can be had here. Kernels without seccomp, sandboxes that forbid it, and containers whose own
/// filter has a listener already (one is allowed: EBUSY) say no, each in its way.
public final class ListenerTrial {
    private static final int SET_MODE_FILTER = 1; // linux/seccomp.h
    private static final int NEW_LISTENER = 8; // since 5.0
    private static final short RETURN = 0x06; // BPF_RET | BPF_K, linux/bpf_common.h
    private static final int ALLOW = 0x7fff0000;

    private ListenerTrial() {}

    /// Puts a filter that allows everything on a thread that ends with this call; what the kernel refuses is an
    /// [dev.cupel.linux.ErrnoException].
    public static void make() throws IOException {
        OwnThread.<Boolean, IOException>call("seccomp trial", () -> {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment instruction = arena.allocate(8, 4); // struct sock_filter: u16 code, u8 jt, u8 jf, u32 k
                instruction.set(JAVA_SHORT, 0, RETURN);
                instruction.set(JAVA_INT, 4, ALLOW);
                MemorySegment program = arena.allocate(16, 8); // struct sock_fprog: u16 len, pointer
                program.set(JAVA_SHORT, 0, (short) 1);
                program.set(JAVA_LONG, 8, instruction.address());
                new Descriptor(Call.SECCOMP.invoke(SET_MODE_FILTER, NEW_LISTENER, program.address())).close();
                return true;
            }
        });
    }
}
