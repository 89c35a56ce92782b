package dev.cupel.image.layer;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One entry of a layer as its tar header has it.
///
/// @param path where it stands; whiteouts are not entries (see [LayerIndex])
/// @param mode permission bits with setuid, setgid and sticky: the low 12 bits
/// @param uid numeric owner, 0 to 2^32-1
/// @param sizeBytes of the content, as a reader of the file sees it; 0 for anything but a file
/// @param modified as the header says, before 1970 too
/// @param link the target of a symbolic link as written, or the path of a hard link's file; else empty
/// @param device major and minor number of a device node: `major << 32 | minor`; else 0
/// @param xattrs extended attributes by full name (`security.capability`); each char of a value is one byte (Latin-1)
/// @param content SHA-256 of a regular file's content; empty also where nobody has read it yet (see [LayerFiles#digest])
/// @param span where its header and data lie in the uncompressed layer
public record Entry(
        ImagePath path,
        EntryType type,
        int mode,
        long uid,
        long gid,
        long sizeBytes,
        Instant modified,
        String link,
        long device,
        SortedMap<String, String> xattrs,
        Optional<Digest> content,
        Span span) {

    public Entry {
        xattrs = xattrs.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(xattrs));
    }

    public boolean isFile() {
        return type == EntryType.FILE;
    }

    public boolean isDirectory() {
        return type == EntryType.DIRECTORY;
    }

    public boolean isSymlink() {
        return type == EntryType.SYMLINK;
    }

    /// Whether no header made it: a directory that a layer needs and does not name. Its mode is 0755, its owner root.
    public boolean isImplied() {
        return span.end() == 0;
    }

    /// The same content and attributes under another name.
    public Entry at(ImagePath other) {
        return new Entry(other, type, mode, uid, gid, sizeBytes, modified, link, device, xattrs, content, span);
    }

    /// The same hard link, to the file at `target`.
    Entry linkedTo(ImagePath target) {
        return new Entry(path, type, mode, uid, gid, sizeBytes, modified, target.text(), device, xattrs, content, span);
    }

    /// A directory that no header makes, as engines make it.
    public static Entry impliedDirectory(ImagePath path) {
        return new Entry(
                path,
                EntryType.DIRECTORY,
                0755,
                0,
                0,
                0,
                Instant.EPOCH,
                "",
                0,
                Collections.emptySortedMap(),
                Optional.empty(),
                new Span(0, 0, 0));
    }

    /// Whether any execute bit is set.
    public boolean isExecutable() {
        return (mode & 0111) != 0;
    }
}
