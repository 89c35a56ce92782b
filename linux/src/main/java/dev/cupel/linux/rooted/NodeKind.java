package dev.cupel.linux.rooted;

/// What mknod(2) makes, with the bits of `st_mode` (linux/stat.h).
public enum NodeKind {
    CHARACTER_DEVICE(0020000),
    BLOCK_DEVICE(0060000),
    FIFO(0010000);

    private final int bits;

    NodeKind(int bits) {
        this.bits = bits;
    }

    int bits() {
        return bits;
    }

    /// The kernel's `dev_t` as system calls take it (linux/kdev_t.h, new_encode_dev): 12 bits major, 20 bits minor.
    static long device(int major, int minor) {
        return (minor & 0xffL) | ((major & 0xfffL) << 8) | ((minor & 0xfff00L) << 12);
    }
}
