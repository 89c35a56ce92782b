package dev.cupel.inventory.elf;

/// What a file is made for. The dynamic loader takes a library only if all three agree with its own.
///
/// @param bits 32 or 64
/// @param bigEndian whether the most significant byte comes first
/// @param machine `e_machine`: 62 is x86-64, 183 is AArch64, 40 ARM, 3 x86, 243 RISC-V, 22 s390, 21 PowerPC 64
public record ElfTarget(int bits, boolean bigEndian, int machine) {}
