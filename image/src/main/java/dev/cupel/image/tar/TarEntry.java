package dev.cupel.image.tar;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/// One entry as its headers have it, extension headers applied; nothing is judged yet, the name may be hostile.
///
/// @param name as written, see [dev.cupel.image.NameBytes]
/// @param mode the low 12 bits
/// @param sizeBytes as a reader of the file sees it, holes included
/// @param link target of a link as written; else empty
/// @param device `major << 32 | minor`
/// @param xattrs by full name; each char of a value is one byte
/// @param extents the stored pieces of a sparse file; empty for any other, and for one that is all hole
/// @param sparse whether the content is stored in pieces
/// @param headerAt where the first header that belongs to it begins, in bytes from the archive's start
/// @param dataAt where its stored content begins
/// @param endAt the first byte behind its padding
public record TarEntry(
        String name,
        TarKind kind,
        int mode,
        long uid,
        long gid,
        long sizeBytes,
        Instant modified,
        String link,
        long device,
        SortedMap<String, String> xattrs,
        List<Extent> extents,
        boolean sparse,
        long headerAt,
        long dataAt,
        long endAt) {}
