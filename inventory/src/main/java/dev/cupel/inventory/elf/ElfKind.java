package dev.cupel.inventory.elf;

/// What kind of file it is.
public enum ElfKind {
    /// A program at fixed addresses (ET_EXEC).
    PROGRAM,
    /// A program that may be loaded anywhere (ET_DYN with DF_1_PIE or an interpreter). The loader and libc.so.6 of some
    /// systems look like one, for they can be started too.
    PIE_PROGRAM,
    /// A library (any other ET_DYN).
    LIBRARY,
    /// An object file, a kernel module, a core dump: nothing that a loader takes.
    OTHER
}
