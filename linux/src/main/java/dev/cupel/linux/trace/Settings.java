package dev.cupel.linux.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What user space tells the programs, as the one value of an array map, so that they can be loaded before the container exists.
final class Settings {
    static final int CGROUP = 0; // u64: the id, which is the directory's inode number
    static final int LEVEL = 8; // u64: its depth below the root of the hierarchy
    static final int MOUNT_NAMESPACE = 16; // u64: inode number of the container's mount namespace
    static final int ROOT_MOUNT = 24; // u64: struct vfsmount* of the container's root, set by the programs
    static final int ROOT_DENTRY = 32; // u64: struct dentry*, likewise
    static final int BYTES = 40;

    private Settings() {}

    static ByteBuffer of(long cgroup, int level, long mountNamespace) {
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(CGROUP, cgroup)
                .putLong(LEVEL, level)
                .putLong(MOUNT_NAMESPACE, mountNamespace);
    }
}
