package dev.cupel.image.tar;

/// What an archive may hold.
///
/// @param entries headers that make something
/// @param nameBytes of one name or link target
/// @param extensionBytes of one extension header: names and extended attributes
/// @param extents pieces of one sparse file
/// @param holeBytes of all sparse files together: holes cost nothing to send and time to read
public record TarLimits(int entries, int nameBytes, int extensionBytes, int extents, long holeBytes) {
    /// Four million entries, names as long as a path can be, one MiB of extensions for each, 64 GiB of holes.
    public static TarLimits standard() {
        return new TarLimits(4_000_000, 16_384, 1 << 20, 200_000, 64L << 30);
    }
}
