package dev.cupel.observe.observation;

/// What was done to a path. One system call may be several: an execve of a script is an EXECUTE of it and of its interpreter.
public enum AccessKind {
    /// Opened for reading, or mapped.
    READ,
    /// Started as a program, a script, an interpreter or an ELF loader.
    EXECUTE,
    /// Only asked about: stat, access, statfs, getxattr.
    STAT,
    READLINK,
    /// Its names were listed.
    LIST,
    /// Made, changed, renamed, removed, or opened for writing.
    WRITE,
    /// Entered: chdir, chroot.
    ENTER,
    /// A UNIX socket that was bound or connected to.
    SOCKET
}
