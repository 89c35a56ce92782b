package dev.cupel.image.tar;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a header to be written shall say; the fields are those of [TarEntry].
public record TarHeader(
        String name,
        TarKind kind,
        int mode,
        long uid,
        long gid,
        long sizeBytes,
        Instant modified,
        String link,
        long device,
        SortedMap<String, String> xattrs) {
    public TarHeader {
        xattrs = Collections.unmodifiableSortedMap(new TreeMap<>(xattrs));
    }

    /// A plain file of root's, from the beginning of time.
    public static TarHeader file(String name, long sizeBytes) {
        return new TarHeader(name, TarKind.FILE, 0644, 0, 0, sizeBytes, Instant.EPOCH, "", 0, Collections.emptySortedMap());
    }

    /// A directory of root's, from the beginning of time.
    public static TarHeader directory(String name) {
        return new TarHeader(name, TarKind.DIRECTORY, 0755, 0, 0, 0, Instant.EPOCH, "", 0, Collections.emptySortedMap());
    }
}
