package dev.cupel.image;

/// Whose move it is when Cupel stops; the command line turns it into the exit code.
public enum Fault {
    /// A gate or the verification said no (exit code 1).
    REFUSED,
    /// The command was written wrongly (2).
    USAGE,
    /// The machine lacks something: a tool, a privilege, an engine, space (3).
    ENVIRONMENT,
    /// An image, a file or an answer from outside is bad (4).
    INPUT
}
