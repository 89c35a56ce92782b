package dev.cupel.observe.run;

import java.util.OptionalLong;

/// What the kernel counted of a container; empty where it does not tell.
///
/// @param peakMemoryBytes the most memory at one time
/// @param killedForMemory processes that the kernel killed because the memory limit was reached
/// @param refusedProcesses how often it was refused another process because it had as many as it may
record GroupUse(OptionalLong peakMemoryBytes, OptionalLong killedForMemory, OptionalLong refusedProcesses) {}
