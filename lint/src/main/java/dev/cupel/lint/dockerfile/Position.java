package dev.cupel.lint.dockerfile;

/// A place as editors count it: line and column from 1, columns in UTF-16 units.
public record Position(int line, int column) {}
