/// eBPF without a compiler: an assembler, programs, maps, a ring buffer, and the kernel's own type information.
/// Start at [Assembler] to write a program and at [BpfProgram] to load one. What to trace is no matter of this package.
/// May use: `dev.cupel.linux`. Header: linux/bpf.h; needs Linux 5.8 (ring buffer) and CAP_BPF with CAP_PERFMON.
@NullMarked
package dev.cupel.linux.bpf;

import org.jspecify.annotations.NullMarked;
