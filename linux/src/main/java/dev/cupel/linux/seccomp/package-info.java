/// seccomp user notification (Documentation/userspace-api/seccomp_filter.rst): chosen system calls wait until a supervisor has
/// looked at them. Start at [ListenerSocket], which the container runtime hands the descriptor to.
/// May use: `dev.cupel.linux`, `dev.cupel.linux.process`.
@NullMarked
package dev.cupel.linux.seccomp;

import org.jspecify.annotations.NullMarked;
