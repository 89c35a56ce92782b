package dev.cupel.linux.bpf;

/// Operations on 64-bit registers (linux/bpf_common.h and linux/bpf.h, `BPF_ALU64`).
public enum Arithmetic {
    ADD(0x00),
    SUBTRACT(0x10),
    MULTIPLY(0x20),
    OR(0x40),
    AND(0x50),
    SHIFT_LEFT(0x60),
    SHIFT_RIGHT(0x70),
    XOR(0xa0),
    MOVE(0xb0),
    SHIFT_RIGHT_SIGNED(0xc0);

    final int bits;

    Arithmetic(int bits) {
        this.bits = bits;
    }
}
