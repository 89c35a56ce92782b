package dev.cupel.linux.bpf;

/// When a jump is taken (linux/bpf_common.h and linux/bpf.h, `BPF_JMP`); all on 64 bits.
public enum Condition {
    EQUAL(0x10),
    ABOVE(0x20),
    AT_LEAST(0x30),
    ANY_BIT(0x40),
    DIFFERENT(0x50),
    BELOW(0xa0),
    AT_MOST(0xb0),
    SIGNED_BELOW(0xc0),
    SIGNED_AT_LEAST(0x70);

    final int bits;

    Condition(int bits) {
        this.bits = bits;
    }
}
