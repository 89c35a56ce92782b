package dev.cupel.image.archive;

import dev.cupel.image.tar.TarHeader;
import dev.cupel.image.tar.TarWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes into a tar: root's files from the beginning of time, so that equal images make equal archives.
final class TarOutput implements Output {
    private final TarWriter tar;

    TarOutput(OutputStream out) {
        this.tar = new TarWriter(out);
    }

    @Override
    public void directory(String name) throws IOException {
        tar.add(TarHeader.directory(name + "/"));
    }

    @Override
    public void file(String name, byte[] content) throws IOException {
        tar.add(TarHeader.file(name, content.length), new ByteArrayInputStream(content));
    }

    @Override
    public void file(String name, Path source) throws IOException {
        try (InputStream content = Files.newInputStream(source)) {
            tar.add(TarHeader.file(name, Files.size(source)), content);
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
