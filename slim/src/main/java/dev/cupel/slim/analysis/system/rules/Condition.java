package dev.cupel.slim.analysis.system.rules;

import dev.cupel.slim.analysis.system.glob.Glob;

/// When a rule holds.
sealed interface Condition {
    /// In every image.
    record Always() implements Condition {}

    /// A file or link is kept whose name fits `pattern`, wherever it lies.
    record Name(Glob pattern) implements Condition {}

    /// A file or link is kept whose real path fits.
    record Path(Glob pattern) implements Condition {}

    /// An ELF file is kept that takes this symbol from elsewhere; if `programOnly`, a program.
    record Import(String symbol, boolean programOnly) implements Condition {}

    /// A program made by Go is kept; if `function` is not empty, one that this function was linked into, as Go writes it:
    /// `os/exec.(*Cmd).Start`.
    record GoProgram(String function) implements Condition {}

    /// A file of this package is kept.
    record OfPackage(String name) implements Condition {}
}
