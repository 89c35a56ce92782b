package dev.cupel.linux.calls;

import static dev.cupel.linux.calls.Arguments.at;
import static dev.cupel.linux.calls.Arguments.path;
import static dev.cupel.linux.calls.Arguments.two;
import static dev.cupel.linux.calls.Arguments.twoAt;

import dev.cupel.linux.calls.Arguments.Shape;
import java.util.Map;
import java.util.Optional;

/// The system calls that name files, by name: the same on every processor that has them (man pages, section 2).
public final class FileCalls {
    private static final Map<String, Arguments> ALL = Map.ofEntries(
            Map.entry("open", path(0).withFlags(1)),
            Map.entry("openat", at(0, 1).withFlags(2)),
            Map.entry("openat2", at(0, 1).withFlags(2).shaped(Shape.PATH_WITH_HOW)),
            Map.entry("creat", path(0)),
            Map.entry("open_tree", at(0, 1)),
            Map.entry("open_tree_attr", at(0, 1)),
            Map.entry("name_to_handle_at", at(0, 1)),
            Map.entry("uselib", path(0)),
            Map.entry("stat", path(0)),
            Map.entry("lstat", path(0)),
            Map.entry("newfstatat", at(0, 1)),
            Map.entry("statx", at(0, 1)),
            Map.entry("statfs", path(0)),
            Map.entry("access", path(0)),
            Map.entry("faccessat", at(0, 1)),
            Map.entry("faccessat2", at(0, 1)),
            Map.entry("readlink", path(0)),
            Map.entry("readlinkat", at(0, 1)),
            Map.entry("execve", path(0).shaped(Shape.PROGRAM)),
            Map.entry("execveat", at(0, 1).shaped(Shape.PROGRAM)),
            Map.entry("getdents", Arguments.of(Shape.DESCRIPTOR, 0)),
            Map.entry("getdents64", Arguments.of(Shape.DESCRIPTOR, 0)),
            Map.entry("chdir", path(0).shaped(Shape.MOVE)),
            Map.entry("fchdir", Arguments.of(Shape.DESCRIPTOR, 0)),
            Map.entry("chroot", path(0).shaped(Shape.MOVE)),
            Map.entry("pivot_root", two(0, 1).shaped(Shape.MOVE)),
            Map.entry("mount", path(1)),
            Map.entry("umount2", path(0)),
            Map.entry("move_mount", twoAt(0, 1, 2, 3)),
            Map.entry("fspick", at(0, 1)),
            Map.entry("swapon", path(0)),
            Map.entry("swapoff", path(0)),
            Map.entry("acct", path(0)),
            Map.entry("quotactl", path(1)),
            Map.entry("mkdir", path(0)),
            Map.entry("mkdirat", at(0, 1)),
            Map.entry("mknod", path(0)),
            Map.entry("mknodat", at(0, 1)),
            Map.entry("rmdir", path(0)),
            Map.entry("unlink", path(0)),
            Map.entry("unlinkat", at(0, 1)),
            Map.entry("rename", two(0, 1)),
            Map.entry("renameat", twoAt(0, 1, 2, 3)),
            Map.entry("renameat2", twoAt(0, 1, 2, 3)),
            Map.entry("link", two(0, 1)),
            Map.entry("linkat", twoAt(0, 1, 2, 3)),
            Map.entry("symlink", path(1)), // the first argument is what the link holds, no path that is walked
            Map.entry("symlinkat", at(1, 2)),
            Map.entry("truncate", path(0)),
            Map.entry("chmod", path(0)),
            Map.entry("fchmodat", at(0, 1)),
            Map.entry("fchmodat2", at(0, 1)),
            Map.entry("chown", path(0)),
            Map.entry("lchown", path(0)),
            Map.entry("fchownat", at(0, 1)),
            Map.entry("utime", path(0)),
            Map.entry("utimes", path(0)),
            Map.entry("futimesat", at(0, 1)),
            Map.entry("utimensat", at(0, 1)),
            Map.entry("setxattr", path(0)),
            Map.entry("lsetxattr", path(0)),
            Map.entry("setxattrat", at(0, 1)),
            Map.entry("removexattr", path(0)),
            Map.entry("lremovexattr", path(0)),
            Map.entry("removexattrat", at(0, 1)),
            Map.entry("getxattr", path(0)),
            Map.entry("lgetxattr", path(0)),
            Map.entry("getxattrat", at(0, 1)),
            Map.entry("listxattr", path(0)),
            Map.entry("llistxattr", path(0)),
            Map.entry("listxattrat", at(0, 1)),
            Map.entry("file_getattr", at(0, 1)),
            Map.entry("file_setattr", at(0, 1)),
            Map.entry("inotify_add_watch", path(1)),
            Map.entry("fanotify_mark", at(3, 4)),
            Map.entry("connect", Arguments.of(Shape.ADDRESS, 1)),
            Map.entry("bind", Arguments.of(Shape.ADDRESS, 1)),
            Map.entry("listen", Arguments.of(Shape.LISTENER, 0)));

    private FileCalls() {}

    /// Empty for calls that name no file.
    public static Optional<Arguments> arguments(String call) {
        return Optional.ofNullable(ALL.get(call));
    }

    /// Every such call.
    public static Map<String, Arguments> all() {
        return ALL;
    }
}
