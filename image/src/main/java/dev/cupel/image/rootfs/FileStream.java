package dev.cupel.image.rootfs;

import dev.cupel.image.layer.Entry;
import dev.cupel.image.store.LayerTar;
import java.io.FilterInputStream;
import java.io.IOException;

/// One file's content with the tar that it is read from, closed together.
final class FileStream extends FilterInputStream {
    private final LayerTar tar;

    FileStream(LayerTar tar, Entry file) throws IOException {
        super(tar.content(file));
        this.tar = tar;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
