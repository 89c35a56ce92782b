package dev.cupel.image.archive;

import dev.cupel.image.compression.Compression;
import dev.cupel.image.compression.ExpansionLimit;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.tar.MalformedTar;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens what people call an image archive: a directory, a tar, or a tar that somebody compressed.
record ArchiveFile(Path path) {
    Members open(ContentStore store) throws IOException, MalformedTar {
        if (Files.isDirectory(path)) {
            return new DirectoryMembers(path);
        }
        return isPlainFile() ? TarMembers.of(path) : TarMembers.of(expanded(store));
    }

    private boolean isPlainFile() throws IOException {
        if (!Files.isRegularFile(path)) {
            return false; // a pipe can be read only once
        }
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return Compression.peek(in) == Compression.NONE;
        }
    }

    /// The uncompressed archive, in the store: a compressed one cannot be read out of order.
    private Path expanded(ContentStore store) throws IOException {
        try (InputStream in = Compression.expand(Files.newInputStream(path), ExpansionLimit.standard())) {
            return store.blob(store.add("application/x-tar", in).digest()).orElseThrow();
        }
    }
}
