package dev.cupel.image.layer;

/// What a tar entry makes (POSIX.1-2024 pax, "typeflag").
public enum EntryType {
    FILE,
    DIRECTORY,
    SYMLINK,
    /// Another name for a file of the same layer; [Entry#link] is that file's path.
    HARDLINK,
    CHARACTER_DEVICE,
    BLOCK_DEVICE,
    FIFO
}
