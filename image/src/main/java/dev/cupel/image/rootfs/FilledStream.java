package dev.cupel.image.rootfs;

import dev.cupel.image.layer.Entry;
import dev.cupel.image.tar.MalformedTar;
import dev.cupel.image.tar.TarLimits;
import dev.cupel.image.tar.TarReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A sparse file's content, its map read again from its headers and its holes filled.
final class FilledStream extends FilterInputStream {
    private final InputStream tar;

    FilledStream(InputStream tar, Entry file) throws IOException {
        super(content(tar, file));
        this.tar = tar;
    }

    private static InputStream content(InputStream tar, Entry file) throws IOException {
        try {
            TarReader reader = new TarReader(tar, TarLimits.standard());
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
        tar.close();
    }
}
