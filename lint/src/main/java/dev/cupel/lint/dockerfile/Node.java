package dev.cupel.lint.dockerfile;

/// A piece of a Dockerfile; the pieces follow each other without a gap, line ends included.
public sealed interface Node permits Node.Blank, Node.Comment, Node.Directive, Instruction {
    Span span();

    record Blank(Span span) implements Node {}

    /// A line that begins with `#` outside of instructions.
    ///
    /// @param text what follows the `#`, without blanks at either end
    record Comment(Span span, String text) implements Node {}

    /// `# escape=`, `# syntax=` or `# check=` above everything else.
    ///
    /// @param name in lower case
    record Directive(Span span, String name, Word value) implements Node {}
}
