package dev.cupel.inventory.elf;

/// How much of a file is believed. What lies beyond is a [MalformedElf].
///
/// @param headers program headers, and section headers
/// @param dynamicEntries entries of the dynamic table
/// @param symbols dynamic symbols
/// @param noteBytes bytes of one note
/// @param textBytes bytes of one string
public record ElfLimits(int headers, int dynamicEntries, int symbols, int noteBytes, int textBytes) {
    /// Ten times what the largest programs seen have.
    public static final ElfLimits USUAL = new ElfLimits(65_536, 65_536, 4_000_000, 1 << 20, 65_536);
}
