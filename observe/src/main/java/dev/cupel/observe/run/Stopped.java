package dev.cupel.observe.run;

import dev.cupel.linux.process.Signal;

/// How a container was stopped.
///
/// @param forced it did not end in time after `signal` and was killed
public record Stopped(Signal signal, boolean forced, int exitCode) {}
