package dev.cupel.linux.bpf;

/// How much a load or store moves (linux/bpf_common.h, `BPF_SIZE`).
public enum Width {
    BYTE(0x10),
    HALF(0x08),
    WORD(0x00),
    DOUBLE(0x18);

    final int bits;

    Width(int bits) {
        this.bits = bits;
    }
}
