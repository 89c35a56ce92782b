package dev.cupel.linux.ptrace;

import java.util.List;

/// Why a thread stopped (ptrace(2), "Stopped states"). It stays stopped until [Tracer#resume], but for [Ended].
public sealed interface Stop {
    /// As our pid namespace numbers it.
    int thread();

    /// It is about to make a system call: seen at its entry, or by a seccomp filter.
    ///
    /// @param call its number in the table of the architecture
    /// @param architecture `AUDIT_ARCH_*` (linux/audit.h)
    /// @param arguments six
    record Entering(int thread, int call, int architecture, List<Long> arguments) implements Stop {
        public Entering {
            arguments = List.copyOf(arguments);
        }
    }

    /// A system call is over.
    ///
    /// @param result what the kernel returns: an error is its negative number
    record Leaving(int thread, long result) implements Stop {}

    /// A program was started: the process has another memory and one thread, this one.
    ///
    /// @param former the number of the thread that asked for it
    record Started(int thread, int former) implements Stop {}

    /// It made another thread or process, which is traced from its first instruction.
    record Forked(int thread, int child) implements Stop {}

    /// A signal came for it, and is handed on when it goes on.
    record Signalled(int thread, int signal) implements Stop {}

    /// Its process was told to halt by SIGSTOP or the terminal, and halts until SIGCONT.
    record Halted(int thread) implements Stop {}

    /// Nothing of interest: a child's first stop.
    record Paused(int thread) implements Stop {}

    /// It is no more.
    ///
    /// @param code as a shell tells it: 128 + N for signal N
    record Ended(int thread, int code) implements Stop {}
}
