package dev.cupel.image.archive;

import dev.cupel.image.file.ReplacedFile;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.IndexEdit;
import dev.cupel.image.sink.ImageSink;
import dev.cupel.image.sink.Written;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/// An OCI layout of one image in a tar. Equal images make equal files.
public record OciArchiveSink(Path file, Optional<String> tag) implements ImageSink {
    @Override
    public Written write(Image image, ContentStore store) throws IOException {
        new ReplacedFile(file).write(out -> write(image, store, out));
        return new Written(toString(), Optional.of(image.manifest().digest()), Optional.empty());
    }

    private void write(Image image, ContentStore store, OutputStream stream) throws IOException {
        try (TarOutput out = new TarOutput(stream)) {
            new LayoutBlobs(image, store).write(out);
            out.file("index.json", IndexEdit.of(LayoutEntry.of(image, tag)));
        }
    }

    @Override
    public String toString() {
        return "oci-archive:" + file + tag.map(name -> ":" + name).orElse("");
    }
}
