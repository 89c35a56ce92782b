package dev.cupel.image.layer;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What one layer makes and takes away. Each path occurs once, as the engines leave it once the whole layer is unpacked.
///
/// @param diffId digest of the uncompressed tar
/// @param tarBytes length of the uncompressed tar
/// @param entries in the order of the tar; parents may be missing where the tar has none
/// @param whiteouts paths of lower layers that this one deletes
/// @param opaques directories whose content in lower layers this one hides
/// @param sparse files whose content is stored in pieces: their span cannot be read as it lies there
public record LayerIndex(
        Digest diffId,
        long tarBytes,
        List<Entry> entries,
        SortedSet<ImagePath> whiteouts,
        SortedSet<ImagePath> opaques,
        SortedSet<ImagePath> sparse) {
    public LayerIndex {
        entries = List.copyOf(entries);
        whiteouts = Collections.unmodifiableSortedSet(new TreeSet<>(whiteouts));
        opaques = Collections.unmodifiableSortedSet(new TreeSet<>(opaques));
        sparse = Collections.unmodifiableSortedSet(new TreeSet<>(sparse));
    }
}
