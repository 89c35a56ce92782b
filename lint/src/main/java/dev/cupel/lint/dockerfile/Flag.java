package dev.cupel.lint.dockerfile;

/// A flag of an instruction: `--from=build`, `--mount=type=cache,target=/x`, `--link`.
///
/// @param name without the hyphens
/// @param value empty if it has none
/// @param whole from the hyphens to the end of the value
public record Flag(String name, Word value, Span whole) {}
