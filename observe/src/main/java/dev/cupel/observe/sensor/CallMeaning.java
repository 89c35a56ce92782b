package dev.cupel.observe.sensor;

import dev.cupel.observe.observation.AccessKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a system call does to the paths it names.
public final class CallMeaning {
    // asm-generic/fcntl.h; these are the same on x86-64 and arm64.
    private static final long ACCESS_MODE = 3;
    private static final long WRITE_ONLY = 1;
    private static final long READ_WRITE = 2;
    private static final long NO_FOLLOW = 0x100; // AT_SYMLINK_NOFOLLOW, linux/fcntl.h
    private static final long CREATE = 0_100;
    private static final long TRUNCATE = 0_1000;
    private static final long PATH_ONLY = 0_10000000;
    private static final long TEMPORARY = 0_20000000; // __O_TMPFILE: an unnamed file in this directory

    private CallMeaning() {}

    /// What is done to the first path that the call names.
    ///
    /// @param flags of an open; 0 for other calls
    public static Set<AccessKind> of(String call, long flags) {
        return switch (call) {
            case "open", "openat", "openat2" -> opened(flags);
            case "uselib" -> EnumSet.of(AccessKind.READ);
            case "execve", "execveat" -> EnumSet.of(AccessKind.EXECUTE);
            case "readlink", "readlinkat" -> EnumSet.of(AccessKind.READLINK);
            case "getdents", "getdents64" -> EnumSet.of(AccessKind.LIST);
            case "chdir", "fchdir", "chroot" -> EnumSet.of(AccessKind.ENTER);
            case "connect", "bind" -> EnumSet.of(AccessKind.SOCKET);
            case "stat", "lstat", "newfstatat", "statx", "statfs", "access", "faccessat", "faccessat2", "getxattr", "lgetxattr",
                    "getxattrat", "listxattr", "llistxattr", "listxattrat", "file_getattr", "inotify_add_watch", "fanotify_mark",
                    "name_to_handle_at", "open_tree", "open_tree_attr", "fspick" ->
                EnumSet.of(AccessKind.STAT);
            default -> EnumSet.of(AccessKind.WRITE);
        };
    }

    /// Whether the call makes what it names, so that only the directory above must be there.
    ///
    /// @param second whether the path is the call's second
    static boolean makes(String call, long flags, boolean second) {
        return switch (call) {
            case "creat", "mkdir", "mkdirat", "mknod", "mknodat", "symlink", "symlinkat", "bind" -> true;
            case "rename", "renameat", "renameat2", "link", "linkat" -> second;
            case "open", "openat", "openat2" -> (flags & CREATE) != 0;
            default -> false;
        };
    }

    /// Whether a link in the path's last place is followed.
    ///
    /// @param arguments of the call
    static boolean follows(String call, List<Long> arguments) {
        return switch (call) {
            case "readlink", "readlinkat", "lstat", "lchown", "lgetxattr", "lsetxattr", "llistxattr", "lremovexattr", "unlink",
                    "unlinkat", "rmdir", "rename", "renameat", "renameat2", "link", "linkat" ->
                false;
            case "statx" -> (arguments.get(2) & NO_FOLLOW) == 0;
            case "newfstatat", "faccessat2", "utimensat", "fchmodat2" -> (arguments.get(3) & NO_FOLLOW) == 0;
            case "fchownat", "execveat" -> (arguments.get(4) & NO_FOLLOW) == 0;
            default -> true;
        };
    }

    private static Set<AccessKind> opened(long flags) {
        if ((flags & PATH_ONLY) != 0) {
            return EnumSet.of(AccessKind.STAT);
        }
        long mode = flags & ACCESS_MODE;
        boolean writes = mode == WRITE_ONLY || mode == READ_WRITE || (flags & (CREATE | TRUNCATE | TEMPORARY)) != 0;
        Set<AccessKind> kinds = EnumSet.noneOf(AccessKind.class);
        if (mode != WRITE_ONLY && (flags & TEMPORARY) == 0) {
            kinds.add(AccessKind.READ);
        }
        if (writes) {
            kinds.add(AccessKind.WRITE);
        }
        return kinds;
    }
}
