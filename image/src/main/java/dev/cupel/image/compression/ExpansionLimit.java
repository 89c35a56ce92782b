package dev.cupel.image.compression;

/// How much compressed bytes may become before they count as a bomb.
///
/// @param freeBytes up to here any ratio is fine: a sparse database file of zeros compresses a thousandfold
/// @param ratio beyond that, uncompressed bytes for each compressed byte
/// @param mostBytes an end to it all
public record ExpansionLimit(long freeBytes, int ratio, long mostBytes) {
    /// Two GiB of anything, then 200-fold, never more than half a TiB.
    public static ExpansionLimit standard() {
        return new ExpansionLimit(2L << 30, 200, 512L << 30);
    }

    /// What `compressed` bytes may have become by now.
    long allowed(long compressed) {
        return Math.min(mostBytes, Math.max(freeBytes, Math.multiplyExact(Math.min(compressed, mostBytes), (long) ratio)));
    }
}
