package dev.cupel.image.write;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.EntryType;
import dev.cupel.image.tar.TarHeader;
import dev.cupel.image.tar.TarKind;

/// Headers made anew from entries, for those whose own would no longer be true.
public final class HeaderOf {
    private HeaderOf() {}

    /// The entry under its own name and with its own content.
    public static TarHeader entry(Entry entry) {
        String link = entry.type() == EntryType.HARDLINK ? name(new ImagePath(entry.link())) : entry.link();
        return header(entry, kind(entry.type()), entry.sizeBytes(), link);
    }

    /// The entry as another name of the file at `first`.
    public static TarHeader linkTo(ImagePath first, Entry entry) {
        return header(entry, TarKind.HARDLINK, 0, name(first));
    }

    /// The entry as a file with this much content of its own.
    static TarHeader file(Entry entry, long sizeBytes) {
        return header(entry, TarKind.FILE, sizeBytes, "");
    }

    /// As archives write it: relative, `./` for the root.
    static String name(ImagePath path) {
        return path.isRoot() ? "./" : path.text().substring(1);
    }

    private static TarHeader header(Entry entry, TarKind kind, long sizeBytes, String link) {
        String name = name(entry.path());
        return new TarHeader(
                kind == TarKind.DIRECTORY && !entry.path().isRoot() ? name + "/" : name,
                kind,
                entry.mode(),
                entry.uid(),
                entry.gid(),
                sizeBytes,
                entry.modified(),
                link,
                entry.device(),
                entry.xattrs());
    }

    private static TarKind kind(EntryType type) {
        return switch (type) {
            case FILE -> TarKind.FILE;
            case DIRECTORY -> TarKind.DIRECTORY;
            case SYMLINK -> TarKind.SYMLINK;
            case HARDLINK -> TarKind.HARDLINK;
            case CHARACTER_DEVICE -> TarKind.CHARACTER_DEVICE;
            case BLOCK_DEVICE -> TarKind.BLOCK_DEVICE;
            case FIFO -> TarKind.FIFO;
        };
    }
}
