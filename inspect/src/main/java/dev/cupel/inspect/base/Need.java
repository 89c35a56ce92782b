package dev.cupel.inspect.base;

/// Something that the application needs of its base image.
///
/// @param why how we know, for people
public record Need(Kind kind, String why) {
    /// What it is.
    public enum Kind {
        SHELL,
        GLIBC,
        MUSL,
        /// An interpreter or a virtual machine.
        RUNTIME,
        CERTIFICATES,
        /// What it starts could not be found out.
        UNKNOWN
    }
}
