package dev.cupel.linux;

/// System calls by name, with their numbers on the two processors that Cupel runs on
/// (x86-64: `arch/x86/entry/syscalls/syscall_64.tbl`; arm64: `asm-generic/unistd.h`).
public enum Call {
    ACCEPT4(288, 242),
    BIND(49, 200),
    BPF(321, 280),
    CHDIR(80, 49),
    CLOSE(3, 57),
    CLOSE_RANGE(436, 436), // since 5.9
    COPY_FILE_RANGE(326, 285), // since 4.5
    EXECVE(59, 221),
    FANOTIFY_INIT(300, 262),
    FANOTIFY_MARK(301, 263),
    FCHMOD(91, 52),
    FCHMODAT(268, 53),
    FCHOWN(93, 55),
    FCHOWNAT(260, 54),
    FSETXATTR(190, 7),
    FSTATFS(138, 44),
    FTRUNCATE(77, 46),
    GETTID(186, 178),
    IOCTL(16, 29),
    LGETXATTR(192, 9),
    LINKAT(265, 37),
    LISTEN(50, 201),
    LLISTXATTR(195, 12),
    LREMOVEXATTR(198, 15),
    LSETXATTR(189, 6),
    MKDIRAT(258, 34),
    MKNODAT(259, 33),
    MMAP(9, 222),
    MOUNT(165, 40),
    MUNMAP(11, 215),
    OPENAT(257, 56),
    OPENAT2(437, 437), // since 5.6
    PIDFD_OPEN(434, 434), // since 5.3
    PIDFD_SEND_SIGNAL(424, 424), // since 5.1
    PPOLL(271, 73),
    PRCTL(157, 167),
    PREAD64(17, 67),
    PROCESS_VM_READV(310, 270),
    PTRACE(101, 117),
    PWRITE64(18, 68),
    READ(0, 63),
    READLINKAT(267, 78),
    RECVMSG(47, 212),
    RENAMEAT2(316, 276),
    RT_SIGPROCMASK(14, 135),
    SECCOMP(317, 277), // since 3.17
    SETNS(308, 268),
    SOCKET(41, 198),
    SYMLINKAT(266, 36),
    SYNCFS(306, 267),
    UMOUNT2(166, 39),
    UNLINKAT(263, 35),
    UNSHARE(272, 97),
    UTIMENSAT(280, 88),
    WAIT4(61, 260),
    WRITE(1, 64);

    private static final boolean ARM64 = System.getProperty("os.arch", "").equals("aarch64");

    private final int x86;
    private final int arm;

    Call(int x86, int arm) {
        this.x86 = x86;
        this.arm = arm;
    }

    /// Its number on the processor that this program runs on.
    public long number() {
        return ARM64 ? arm : x86;
    }

    /// Makes the call; see [Syscall#call].
    public long invoke(long... arguments) throws ErrnoException {
        return Syscall.call(name().toLowerCase(java.util.Locale.ROOT), number(), arguments);
    }
}
