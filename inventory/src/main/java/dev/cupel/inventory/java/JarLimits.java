package dev.cupel.inventory.java;

/// How much of an archive is looked at.
///
/// @param entries in its directory
/// @param entryBytes of one entry once it is unpacked
public record JarLimits(int entries, int entryBytes) {
    /// Fat archives of large applications have a hundred thousand entries, and native libraries of tens of megabytes in them.
    public static final JarLimits USUAL = new JarLimits(500_000, 128 << 20);
}
