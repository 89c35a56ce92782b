/// The eBPF programs that follow the processes of one control group and report, once each, the paths they name to the kernel.
/// Start at [Trace]; `SystemCallExit` and `ProgramStart` are the programs, the other classes are pieces of them.
/// Everything is decided in the kernel that makes a report unnecessary: what was reported before is not reported again.
/// May use: `dev.cupel.linux`, `dev.cupel.linux.bpf`, `dev.cupel.linux.calls`.
@NullMarked
package dev.cupel.linux.trace;

import org.jspecify.annotations.NullMarked;
