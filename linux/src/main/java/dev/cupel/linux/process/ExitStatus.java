package dev.cupel.linux.process;

/// The word in which wait(2) tells what became of a process: low 7 bits the signal, the next byte the exit code.
public final class ExitStatus {
    private static final int STOPPED = 0x7f;

    private ExitStatus() {}

    /// Whether it has only stopped.
    public static boolean isStop(int word) {
        return (word & 0xff) == STOPPED;
    }

    /// How it ended: its exit code, or 128 + N for signal N.
    public static int asShellTells(int word) {
        int signal = word & 0x7f;
        return signal == 0 ? (word >> 8) & 0xff : 128 + signal;
    }
}
