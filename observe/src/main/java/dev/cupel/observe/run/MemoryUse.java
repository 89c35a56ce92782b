package dev.cupel.observe.run;

import java.util.OptionalLong;

/// The memory that a container has used.
///
/// @param peakBytes the most at one time; empty where the kernel does not tell
/// @param killed processes that the kernel killed because the limit was reached; empty where nobody counts them
record MemoryUse(OptionalLong peakBytes, OptionalLong killed) {}
