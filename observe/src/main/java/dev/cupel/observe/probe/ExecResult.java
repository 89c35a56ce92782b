package dev.cupel.observe.probe;

/// How a command inside the container ended.
///
/// @param exitCode as a shell tells it: 128 + N for signal N; 124 when it was stopped for taking too long
/// @param output standard output, cut at 1 MiB, bytes that are not UTF-8 replaced
/// @param errors standard error, likewise
public record ExecResult(int exitCode, String output, String errors) {}
