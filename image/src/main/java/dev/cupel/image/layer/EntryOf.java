package dev.cupel.image.layer;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.tar.TarEntry;
import java.util.Optional;

/// A header of the tar as an entry of the layer.
record EntryOf(TarEntry header) {
    Entry as(ImagePath path, String link, Optional<Digest> content) {
        return new Entry(
                path,
                type(),
                header.mode(),
                header.uid(),
                header.gid(),
                header.sizeBytes(),
                header.modified(),
                link,
                header.device(),
                header.xattrs(),
                content,
                new Span(header.headerAt(), header.dataAt(), header.endAt()));
    }

    private EntryType type() {
        return switch (header.kind()) {
            case FILE -> EntryType.FILE;
            case DIRECTORY -> EntryType.DIRECTORY;
            case SYMLINK -> EntryType.SYMLINK;
            case HARDLINK -> EntryType.HARDLINK;
            case CHARACTER_DEVICE -> EntryType.CHARACTER_DEVICE;
            case BLOCK_DEVICE -> EntryType.BLOCK_DEVICE;
            case FIFO -> EntryType.FIFO;
        };
    }
}
