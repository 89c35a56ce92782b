/// Tracing of processes (ptrace(2)): a tracer is told of each stop of each thread and lets it go on. Start at [Tracer].
/// May use: `dev.cupel.linux`, `dev.cupel.linux.process`.
@NullMarked
package dev.cupel.linux.ptrace;

import org.jspecify.annotations.NullMarked;
