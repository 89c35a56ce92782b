package dev.cupel.lint.dockerfile;

/// Something that a builder refuses; what stands around it was read all the same.
public record SyntaxError(Span span, String message) {}
