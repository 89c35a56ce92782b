package dev.cupel.image.archive;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.file.ReplacedFile;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.rootfs.LayeredRootFs;
import dev.cupel.image.sink.ImageSink;
import dev.cupel.image.sink.Written;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The bare root file system: unpacked into an empty or new directory, or as a tar if the name ends in `.tar`. Configuration and
/// history have no place there.
public record RootSink(Path path) implements ImageSink {
    @Override
    public Written write(Image image, ContentStore store) throws IOException {
        RootTar tar = new RootTar(LayeredRootFs.of(image, store));
        if (path.toString().endsWith(".tar")) {
            new ReplacedFile(path).write(tar::writeTo);
        } else {
            requireEmpty();
            new UnpackedTar(path).fill(tar::writeTo);
        }
        String change = "A root file system has no place for the manifest, the configuration and the history.";
        return new Written(toString(), Optional.empty(), Optional.of(change));
    }

    private void requireEmpty() throws IOException {
        Files.createDirectories(path);
        try (Stream<Path> content = Files.list(path)) {
            if (content.findAny().isPresent()) {
                throw new CupelException(
                        Fault.USAGE,
                        "Cannot unpack into " + path + ": the directory is not empty.",
                        "Choose another one, or empty it; what is in it would mix with the image.");
            }
        }
    }

    @Override
    public String toString() {
        return "dir:" + path;
    }
}
