package dev.cupel.observe.recording;

import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.sensor.CallMeaning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which arguments of Tracee's events name files, and what the event does to them
/// (`docs/docs/events/builtin/man` of aquasecurity/tracee).
final class TraceeMeaning {
    /// What the program wrote, told beside the path that the kernel came to: worth having for the links it names.
    static final Set<String> AS_TYPED = Set.of("syscall_pathname", "cmdpath", "interp");

    private static final List<String> PATHS = List.of("pathname", "path", "oldpath", "newpath", "linkpath");

    private TraceeMeaning() {}

    /// By argument; no kinds where the event's flags tell them.
    static Map<String, Optional<Set<AccessKind>>> of(String event) {
        return switch (event) {
            case "security_file_open" -> arguments(Optional.empty(), "pathname", "syscall_pathname");
            case "open", "openat", "openat2" -> arguments(Optional.empty(), "pathname");
            case "sched_process_exec" -> arguments(AccessKind.EXECUTE, "pathname", "interpreter_pathname", "cmdpath", "interp");
            case "security_bprm_check", "load_elf_phdrs" -> arguments(AccessKind.EXECUTE, "pathname");
            case "security_mmap_file", "shared_object_loaded", "security_kernel_read_file", "security_post_read_file", "vfs_read",
                    "vfs_readv" ->
                arguments(AccessKind.READ, "pathname");
            case "symbols_loaded" -> arguments(AccessKind.READ, "library_path");
            case "security_path_notify", "inotify_watch" -> arguments(AccessKind.STAT, "pathname");
            case "set_fs_pwd" -> arguments(AccessKind.ENTER, "resolved_path");
            case "security_inode_unlink", "vfs_write", "vfs_writev", "__kernel_write", "magic_write", "chmod_common", "vfs_utimes",
                    "do_truncate" ->
                arguments(AccessKind.WRITE, "pathname");
            case "security_inode_rename" -> arguments(AccessKind.WRITE, "old_path", "new_path");
            case "security_inode_mknod" -> arguments(AccessKind.WRITE, "file_name");
            case "file_modification" -> arguments(AccessKind.WRITE, "file_path");
            case "stat", "lstat", "newfstatat", "statx", "statfs", "access", "faccessat", "faccessat2", "getxattr", "lgetxattr", "readlink",
                    "readlinkat", "chdir", "chroot", "execve", "execveat", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link",
                    "linkat", "symlink", "symlinkat", "mkdir", "mkdirat", "rmdir", "chmod", "fchmodat", "chown", "lchown", "fchownat",
                    "truncate", "creat", "mknod", "mknodat", "utime", "utimes", "utimensat" ->
                arguments(Optional.of(CallMeaning.of(event, 0)), PATHS.toArray(String[]::new));
            default -> Map.of();
        };
    }

    private static Map<String, Optional<Set<AccessKind>>> arguments(AccessKind kind, String... names) {
        return arguments(Optional.of(Set.of(kind)), names);
    }

    private static Map<String, Optional<Set<AccessKind>>> arguments(Optional<Set<AccessKind>> kinds, String... names) {
        Map<String, Optional<Set<AccessKind>>> all = new LinkedHashMap<>();
        for (String name : names) {
            all.put(name, kinds);
        }
        return all;
    }
}
