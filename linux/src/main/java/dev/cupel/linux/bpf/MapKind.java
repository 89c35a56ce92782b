package dev.cupel.linux.bpf;

/// Kinds of maps (linux/bpf.h, `enum bpf_map_type`).
public enum MapKind {
    HASH(1),
    ARRAY(2),
    /// One value for each processor; user space reads them all.
    PER_CPU_ARRAY(6),
    /// Forgets what was not used for longest when it is full.
    LRU_HASH(9),
    /// Key and value have no size; the number of entries is the size in bytes, a power of two and of pages.
    RING_BUFFER(27);

    final int number;

    MapKind(int number) {
        this.number = number;
    }
}
