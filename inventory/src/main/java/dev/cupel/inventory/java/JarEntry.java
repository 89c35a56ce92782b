package dev.cupel.inventory.java;

/// One entry as the archive's directory has it.
///
/// @param method 0 stored, 8 deflated
/// @param packedBytes in the archive
/// @param bytes unpacked
/// @param header where its local header begins, from the start of the file
public record JarEntry(String name, int method, long packedBytes, long bytes, long header) {}
