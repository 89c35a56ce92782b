package dev.cupel.inventory.source;

/// How much of a program's text is looked at.
///
/// @param characters of one file
/// @param literals that are remembered of one file, and equally imports and programs
public record SourceLimits(int characters, int literals) {
    /// Bundles of whole JavaScript applications have a dozen million characters.
    public static final SourceLimits USUAL = new SourceLimits(16 << 20, 20_000);
}
