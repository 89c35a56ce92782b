package dev.cupel.linux;

/// Error numbers that Cupel reacts to or names (asm-generic/errno-base.h, errno.h; the same on x86-64 and arm64).
public final class Errno {
    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int ESRCH = 3;
    public static final int EINTR = 4;
    public static final int EIO = 5;
    public static final int EBADF = 9;
    public static final int ECHILD = 10;
    public static final int EAGAIN = 11;
    public static final int ENOMEM = 12;
    public static final int EACCES = 13;
    public static final int EBUSY = 16;
    public static final int EEXIST = 17;
    public static final int ENODEV = 19;
    public static final int ENOTDIR = 20;
    public static final int EISDIR = 21;
    public static final int EINVAL = 22;
    public static final int ENOSPC = 28;
    public static final int ELOOP = 40;
    public static final int ENOSYS = 38;
    public static final int ENODATA = 61;
    public static final int EOPNOTSUPP = 95;

    private Errno() {}

    /// The number in words, such as "permission denied (EACCES)"; the bare number where there are none here.
    public static String describe(int errno) {
        return switch (errno) {
            case EPERM -> "operation not permitted (EPERM)";
            case ENOENT -> "no such file or directory (ENOENT)";
            case ESRCH -> "no such process (ESRCH)";
            case EINTR -> "interrupted (EINTR)";
            case EIO -> "input/output error (EIO)";
            case EBADF -> "bad descriptor (EBADF)";
            case ECHILD -> "no child process (ECHILD)";
            case EAGAIN -> "try again (EAGAIN)";
            case ENOMEM -> "out of memory (ENOMEM)";
            case EACCES -> "permission denied (EACCES)";
            case EBUSY -> "busy (EBUSY)";
            case EEXIST -> "exists already (EEXIST)";
            case ENODEV -> "no such device or file system (ENODEV)";
            case ENOTDIR -> "not a directory (ENOTDIR)";
            case EISDIR -> "is a directory (EISDIR)";
            case EINVAL -> "invalid argument (EINVAL)";
            case ENOSPC -> "no space left (ENOSPC)";
            case ELOOP -> "too many links (ELOOP)";
            case ENOSYS -> "not in this kernel, or filtered (ENOSYS)";
            case ENODATA -> "no such attribute (ENODATA)";
            case EOPNOTSUPP -> "not supported here (EOPNOTSUPP)";
            default -> "error " + errno;
        };
    }
}
