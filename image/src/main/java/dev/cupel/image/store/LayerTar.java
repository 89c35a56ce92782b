package dev.cupel.image.store;

import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.tar.FileRange;
import dev.cupel.image.tar.MalformedTar;
import dev.cupel.image.tar.TarLimits;
import dev.cupel.image.tar.TarReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The uncompressed tar of a layer, opened once for many reads. Its streams can be read only while it is open.
public final class LayerTar implements Closeable {
    private final LayerIndex index;
    private final FileChannel channel;
    private final long start;

    public LayerTar(StoredLayer layer) throws IOException {
        this(layer.index(), layer.tar(), 0);
    }

    /// The tar begins at byte `start` of `file`.
    public LayerTar(LayerIndex index, Path file, long start) throws IOException {
        this.index = index;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.start = start;
    }

    /// The bytes of the tar from `from` up to `to`.
    public InputStream range(long from, long to) {
        return new FileRange(channel, start + from, start + to);
    }

    /// A file's content, the holes of a sparse one filled.
    public InputStream content(Entry file) throws IOException {
        long data = file.span().data();
        return index.sparse().contains(file.path()) ? filled(file) : range(data, data + file.sizeBytes());
    }

    private InputStream filled(Entry file) throws IOException {
        try {
            TarReader reader = new TarReader(range(file.span().header(), file.span().end()), TarLimits.standard());
            if (reader.next().isEmpty()) {
                throw new IOException("the header of " + file.path() + " is gone from its layer's tar");
            }
            return reader.content();
        } catch (MalformedTar e) {
            throw new IOException("the header of " + file.path() + " changed in its layer's tar", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
