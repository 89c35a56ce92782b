package dev.cupel.linux.bpf;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cupel.linux.CString;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A program that the kernel has verified and taken in, for raw tracepoints (linux/bpf.h, BPF_PROG_TYPE_RAW_TRACEPOINT,
/// since 4.17). These need neither tracefs nor perf events.
public final class BpfProgram implements AutoCloseable {
    static final int INSTRUCTION_BYTES = 8;
    private static final int RAW_TRACEPOINT = 17;
    private static final int ATTRIBUTE_BYTES = 128;
    private static final int LOG_BYTES = 1 << 20;
    private static final int LOG_TAIL = 2000;

    private final Descriptor descriptor;

    private BpfProgram(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /// Loads a program; only when the kernel refuses it is it given again with a log, which tells why.
    public static BpfProgram load(String name, Assembler assembler) throws IOException {
        ByteBuffer code = assembler.assemble();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = attributes(arena, code);
            try {
                return new BpfProgram(new Descriptor(BpfCommand.PROG_LOAD.give(attributes)));
            } catch (ErrnoException refusal) {
                throw new ProgramRefused(name, refusal, refusal.errno() == Errno.EPERM ? "" : log(arena, attributes));
            }
        }
    }

    /// Runs the program at every hit of a raw tracepoint, such as `sys_exit`, until the answer is closed.
    public Descriptor attach(String tracepoint) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(16, 8); // union bpf_attr: name*, prog_fd
            attributes.set(JAVA_LONG, 0, CString.of(arena, tracepoint));
            attributes.set(JAVA_INT, 8, descriptor.number());
            return new Descriptor(BpfCommand.RAW_TRACEPOINT_OPEN.give(attributes));
        }
    }

    @Override
    public void close() throws IOException {
        descriptor.close();
    }

    private static MemorySegment attributes(Arena arena, ByteBuffer code) {
        MemorySegment instructions = arena.allocate(code.remaining(), 8).copyFrom(MemorySegment.ofBuffer(code));
        MemorySegment attributes = arena.allocate(ATTRIBUTE_BYTES, 8);
        attributes.set(JAVA_INT, 0, RAW_TRACEPOINT); // prog_type
        attributes.set(JAVA_INT, 4, code.remaining() / INSTRUCTION_BYTES); // insn_cnt
        attributes.set(JAVA_LONG, 8, instructions.address()); // insns
        attributes.set(JAVA_LONG, 16, CString.of(arena, "GPL")); // license: the probe_read functions ask for it
        return attributes;
    }

    private static String log(Arena arena, MemorySegment attributes) {
        MemorySegment log = arena.allocate(LOG_BYTES);
        attributes.set(JAVA_INT, 24, 1); // log_level
        attributes.set(JAVA_INT, 28, LOG_BYTES); // log_size
        attributes.set(JAVA_LONG, 32, log.address()); // log_buf
        try {
            new Descriptor(BpfCommand.PROG_LOAD.give(attributes)).close();
            return "it was accepted when asked again";
        } catch (ErrnoException again) {
            byte[] text = log.toArray(JAVA_BYTE);
            int end = 0;
            while (end < text.length && text[end] != 0) {
                end++;
            }
            int start = Math.max(0, end - LOG_TAIL);
            return new String(text, start, end - start, StandardCharsets.UTF_8) + "(" + again.getMessage() + ")";
        }
    }
}
