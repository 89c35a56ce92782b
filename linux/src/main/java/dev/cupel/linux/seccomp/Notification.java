package dev.cupel.linux.seccomp;

import java.util.List;

/// A system call that waits for us (`struct seccomp_notif`, linux/seccomp.h).
///
/// @param id names it in the answer
/// @param thread as our pid namespace numbers it
/// @param call its number in the table of the architecture
/// @param architecture `AUDIT_ARCH_*` (linux/audit.h); 32-bit programs have another than the kernel
/// @param arguments six
public record Notification(long id, int thread, int call, int architecture, List<Long> arguments) {
    public Notification {
        arguments = List.copyOf(arguments);
    }
}
