package dev.cupel.image.archive;

import dev.cupel.image.ImagePath;
import dev.cupel.image.tar.FileRange;
import dev.cupel.image.tar.MalformedTar;
import dev.cupel.image.tar.TarEntry;
import dev.cupel.image.tar.TarLimits;
import dev.cupel.image.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The files of an uncompressed tar: its headers are read once, contents when asked for. Old archives link equal layers from
/// one folder to another; such links are followed.
final class TarMembers implements Members {
    private static final int MOST_LINKS = 8;
    private static final TarLimits LIMITS = new TarLimits(200_000, 4096, 1 << 20, 1, 0);

    private final Path path;
    private final FileChannel file;
    private final Map<ImagePath, TarEntry> entries;

    private TarMembers(Path path, FileChannel file, Map<ImagePath, TarEntry> entries) {
        this.path = path;
        this.file = file;
        this.entries = entries;
    }

    static TarMembers of(Path tar) throws IOException, MalformedTar {
        FileChannel file = FileChannel.open(tar, StandardOpenOption.READ);
        try {
            Map<ImagePath, TarEntry> entries = new HashMap<>();
            // A channel's stream skips without reading, so that this costs a read for each file and not for each byte.
            TarReader reader = new TarReader(Channels.newInputStream(file), LIMITS);
            Optional<TarEntry> next = reader.next();
            while (next.isPresent()) {
                entries.put(ImagePath.of(next.get().name()), next.get());
                next = reader.next();
            }
            return new TarMembers(tar, file, entries);
        } catch (IOException | MalformedTar e) {
            file.close();
            throw e;
        }
    }

    @Override
    public Optional<Long> size(String name) {
        return find(ImagePath.of(name)).map(TarEntry::sizeBytes);
    }

    @Override
    public Optional<FilePart> place(String name) {
        return find(ImagePath.of(name)).map(entry -> new FilePart(path, entry.dataAt(), entry.sizeBytes()));
    }

    @Override
    public InputStream open(String name) throws IOException {
        TarEntry entry = find(ImagePath.of(name)).orElseThrow(() -> new IOException("the archive has no " + name));
        return new FileRange(file, entry.dataAt(), entry.dataAt() + entry.sizeBytes());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private Optional<TarEntry> find(ImagePath name) {
        ImagePath at = name;
        for (int i = 0; i < MOST_LINKS; i++) {
            TarEntry entry = entries.get(at);
            if (entry == null) {
                return Optional.empty();
            }
            switch (entry.kind()) {
                case FILE -> {
                    return Optional.of(entry).filter(one -> !one.sparse());
                }
                case SYMLINK -> at = at.parent().resolve(entry.link());
                case HARDLINK -> at = ImagePath.of(entry.link());
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
