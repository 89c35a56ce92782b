package dev.cupel.linux.trace;

import java.util.List;

/// How a processor keeps a system call's number and arguments in `struct pt_regs` until the call returns.
///
/// @param registers members that hold the six arguments, then the number, then the processor's mode
/// @param modeMask bits of the mode that tell how the calling program is run
/// @param modeOf64 their value for a 64-bit program
record Processor(List<Place> registers, int modeMask, int modeOf64) {
    /// A member of `struct pt_regs`, and bytes into it.
    record Place(String member, int offset) {}

    static final int NUMBER = 6;
    static final int MODE = 7;

    /// arch/x86/include/asm/ptrace.h. 64-bit programs run with the code segment 0x33, 32-bit ones with 0x23.
    static final Processor X86_64 = new Processor(
            List.of(at("di"), at("si"), at("dx"), at("r10"), at("r8"), at("r9"), at("orig_ax"), at("cs")),
            0xffff,
            0x33);

    /// arch/arm64/include/asm/ptrace.h. The first argument's register is overwritten by the result, `orig_x0` is not; bit 4 of
    /// the processor state is set in 32-bit programs.
    static final Processor ARM64 = new Processor(
            List.of(
                    at("orig_x0"),
                    new Place("regs", 8),
                    new Place("regs", 16),
                    new Place("regs", 24),
                    new Place("regs", 32),
                    new Place("regs", 40),
                    at("syscallno"),
                    at("pstate")),
            0x10,
            0);

    Processor {
        registers = List.copyOf(registers);
    }

    /// The one that a JVM with this `os.arch` runs on.
    static Processor named(String osArch) {
        return osArch.equals("aarch64") ? ARM64 : X86_64;
    }

    private static Place at(String member) {
        return new Place(member, 0);
    }
}
