package dev.cupel.inventory.source;

/// How much of a program's text is looked at. Whatever is read is a hint to what else must stay, so a text beyond the limits is read up
/// to them; one that its own compiler would refuse is read as far as it makes sense.
///
/// @param characters of one file
/// @param literals that are remembered of one file, and equally imports and programs
public record SourceLimits(int characters, int literals) {
    /// Bundles of whole JavaScript applications have a dozen million characters.
    public static final SourceLimits USUAL = new SourceLimits(16 << 20, 20_000);
}
