package dev.cupel.linux.calls;

/// Which table a system call's number belongs to (`AUDIT_ARCH_*`, linux/audit.h).
public final class Architecture {
    private static final int X86_64 = 0xC000003E;
    private static final int ARM64 = 0xC00000B7;

    private Architecture() {}

    /// Whether it is the 64-bit table of this processor; 32-bit programs use another.
    public static boolean isNative(int audit) {
        return audit == (System.getProperty("os.arch", "").equals("aarch64") ? ARM64 : X86_64);
    }
}
