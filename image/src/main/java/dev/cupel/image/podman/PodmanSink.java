package dev.cupel.image.podman;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.archive.DockerArchive;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.sink.ImageSink;
import dev.cupel.image.sink.Written;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A name in Podman's store. Podman puts a name without a registry under `localhost/`, and finds it by the short name.
public record PodmanSink(PodmanProgram podman, ImageName name, Progress progress) implements ImageSink {
    @Override
    public Written write(Image image, ContentStore store) throws IOException {
        String tagged = name.withTag(name.tagOrLatest()).familiar();
        progress.step("loading " + tagged + " into Podman");
        DockerArchive archive = new DockerArchive(image, Optional.of(name), store);
        podman.run(archive::writeTo, InputStream::readAllBytes, "load", "--quiet");
        PodmanImage there = PodmanImage.inspect(podman, tagged)
                .orElseThrow(() -> new IOException("Podman took " + tagged + " and has no such image now; did another process remove it?"));
        if (!there.id().equals(image.configBlob().digest())) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Podman took " + tagged + " as the image " + there.id() + ", but " + image.configBlob().digest() + " was sent.",
                    "Write an archive instead (docker-archive:FILE) and look at how Podman loads it.");
        }
        return new Written("podman:" + tagged, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "podman:" + name.familiar();
    }
}
