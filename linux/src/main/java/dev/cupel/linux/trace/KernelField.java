package dev.cupel.linux.trace;

/// Members of kernel structures that the programs read; where they lie differs from build to build.
enum KernelField {
    TASK_TGID("task_struct", "tgid"),
    TASK_FS("task_struct", "fs"),
    TASK_FILES("task_struct", "files"),
    TASK_NSPROXY("task_struct", "nsproxy"),
    TASK_SIGNAL("task_struct", "signal"),
    TASK_REAL_CRED("task_struct", "real_cred"),
    SIGNAL_LIVE("signal_struct", "live"),
    NSPROXY_MOUNTS("nsproxy", "mnt_ns"),
    MOUNTS_COMMON("mnt_namespace", "ns"),
    COMMON_INUM("ns_common", "inum"),
    FS_ROOT("fs_struct", "root"),
    FS_PWD("fs_struct", "pwd"),
    FILES_TABLE("files_struct", "fdt"),
    TABLE_FILES("fdtable", "fd"),
    FILE_PATH("file", "f_path"),
    FILE_PRIVATE("file", "private_data"),
    PATH_MOUNT("path", "mnt"),
    PATH_DENTRY("path", "dentry"),
    DENTRY_PARENT("dentry", "d_parent"),
    DENTRY_NAME("dentry", "d_name"),
    NAME_HASH("qstr", "hash_len"),
    NAME_TEXT("qstr", "name"),
    MOUNT_PUBLIC("mount", "mnt"),
    MOUNT_PARENT("mount", "mnt_parent"),
    MOUNT_POINT("mount", "mnt_mountpoint"),
    PUBLIC_ROOT("vfsmount", "mnt_root"),
    EXEC_FILE("linux_binprm", "file"),
    EXEC_NAME("linux_binprm", "filename"),
    EXEC_INTERPRETER("linux_binprm", "interp"),
    SOCKET_TYPE("socket", "type"),
    SOCKET_SOCK("socket", "sk"),
    SOCK_FAMILY("sock_common", "skc_family"),
    SOCK_PORT("sock_common", "skc_num"),
    SOCK_ADDRESS("sock_common", "skc_rcv_saddr"),
    SOCK_ADDRESS6("sock_common", "skc_v6_rcv_saddr"),
    FILENAME_TEXT("filename", "name"),
    REQUEST_OPCODE("io_kiocb", "opcode", true),
    OPEN_DIRECTORY("io_open", "dfd", true),
    OPEN_NAME("io_open", "filename", true),
    OPEN_HOW("io_open", "how", true),
    STATX_DIRECTORY("io_statx", "dfd", true),
    STATX_NAME("io_statx", "filename", true),
    UNLINK_DIRECTORY("io_unlink", "dfd", true),
    UNLINK_NAME("io_unlink", "filename", true),
    MKDIR_DIRECTORY("io_mkdir", "dfd", true),
    MKDIR_NAME("io_mkdir", "filename", true),
    RENAME_DIRECTORY("io_rename", "new_dfd", true),
    RENAME_NAME("io_rename", "newpath", true);

    final String structure;
    final String member;
    /// Only for io_uring, which may be left out of a kernel.
    final boolean optional;

    KernelField(String structure, String member) {
        this(structure, member, false);
    }

    KernelField(String structure, String member, boolean optional) {
        this.structure = structure;
        this.member = member;
        this.optional = optional;
    }
}
