package dev.cupel.image.archive;

import dev.cupel.image.file.ReplacedFile;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.sink.ImageSink;
import dev.cupel.image.sink.Written;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A file for `docker load`, which podman and skopeo read too.
public record DockerArchiveSink(Path file, Optional<ImageName> name) implements ImageSink {
    @Override
    public Written write(Image image, ContentStore store) throws IOException {
        new ReplacedFile(file).write(new DockerArchive(image, name, store)::writeTo);
        return new Written(toString(), Optional.of(image.manifest().digest()), Optional.empty());
    }

    @Override
    public String toString() {
        return "docker-archive:" + file + name.map(one -> ":" + one.familiar()).orElse("");
    }
}
