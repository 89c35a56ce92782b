package dev.cupel.linux.fanotify;

/// What the kernel told.
public sealed interface FileEvent {
    /// A file or directory was opened. Files that the kernel itself opens count too: a script's interpreter, an ELF loader.
    ///
    /// @param process its id, as this host numbers it
    /// @param path resolved, as the mount that it was opened through shows it
    record Opened(int process, String path, boolean executed, boolean directory) implements FileEvent {}

    /// Something was opened whose path has more than 4096 bytes, which the kernel cannot tell.
    record Unnamed(int process) implements FileEvent {}

    /// At least one event is gone, and why.
    record Lost(String reason) implements FileEvent {}
}
