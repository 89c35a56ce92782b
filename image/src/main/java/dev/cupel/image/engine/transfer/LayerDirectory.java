package dev.cupel.image.engine.transfer;

import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.LayerFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The directory into which an engine unpacked a layer. The image's author chose the names and the links in it: none leads out of
/// it, nor to a pipe that never ends.
final class LayerDirectory implements LayerFiles {
    private final Path path;
    private final Set<Path> inside = ConcurrentHashMap.newKeySet();

    /// `path` is a real path.
    LayerDirectory(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    @Override
    public InputStream open(Entry file) throws IOException {
        return Channels.newInputStream(channel(file.path().text()));
    }

    @Override
    public byte[] head(Entry file, int limit) throws IOException {
        try (InputStream in = open(file)) {
            return in.readNBytes((int) Math.min(limit, file.sizeBytes()));
        }
    }

    @Override
    public ByteBuffer map(Entry file) throws IOException {
        try (FileChannel channel = channel(file.path().text())) {
            if (channel.size() != file.sizeBytes() || file.sizeBytes() > Integer.MAX_VALUE) {
                throw new IOException("%s has %d bytes in %s, which cannot be mapped".formatted(file.path(), channel.size(), path));
            }
            return channel.map(MapMode.READ_ONLY, 0, channel.size());
        }
    }

    /// A regular file by the name that its tar header has.
    FileChannel channel(String name) throws IOException {
        try {
            Path file = path.resolve(name.replaceFirst("^/+", "")).normalize();
            if (!isInside(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("a file of the layer in " + path + " is not where its record says");
            }
            return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            throw new IOException("this process cannot name a file of the layer in " + path, e);
        }
    }

    /// Resolving a parent costs as much as reading a small file, and many files have the same one.
    private boolean isInside(Path file) throws IOException {
        Path parent = file.getParent();
        if (!file.startsWith(path) || parent == null) {
            return false;
        }
        if (inside.contains(parent)) {
            return true;
        }
        boolean leadsOut = !parent.toRealPath().startsWith(path);
        if (!leadsOut) {
            inside.add(parent); // where another thread was faster, too
        }
        return !leadsOut;
    }
}
