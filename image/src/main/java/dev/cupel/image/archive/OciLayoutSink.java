package dev.cupel.image.archive;

import dev.cupel.image.CupelException;
import dev.cupel.image.Descriptor;
import dev.cupel.image.Fault;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.IndexEdit;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.sink.ImageSink;
import dev.cupel.image.sink.Written;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// An OCI layout in a directory, made if it is not there. Other images in it stay; one of the same tag is replaced.
public record OciLayoutSink(Path directory, Optional<String> tag) implements ImageSink {
    @Override
    public Written write(Image image, ContentStore store) throws IOException {
        Files.createDirectories(directory);
        try (DirectoryOutput out = new DirectoryOutput(directory)) {
            byte[] index = index(LayoutEntry.of(image, tag));
            new LayoutBlobs(image, store).write(out);
            out.file("index.json", index); // last: before it everything that it names
        }
        return new Written(toString(), Optional.of(image.manifest().digest()), Optional.empty());
    }

    private byte[] index(Descriptor entry) throws IOException {
        Path file = directory.resolve("index.json");
        if (!Files.exists(file)) {
            return IndexEdit.of(entry);
        }
        try {
            return IndexEdit.put(Files.readAllBytes(file), entry);
        } catch (MalformedManifest e) {
            throw new CupelException(
                    Fault.INPUT,
                    "Cannot add to the OCI layout " + directory + ": its index.json is none, " + e.getMessage() + ".",
                    "Choose another directory, or remove this one.",
                    e);
        }
    }

    @Override
    public String toString() {
        return "oci:" + directory + tag.map(name -> ":" + name).orElse("");
    }
}
