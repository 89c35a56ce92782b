package dev.cupel.image.podman;

import dev.cupel.image.CupelException;
import dev.cupel.image.Descriptor;
import dev.cupel.image.Fault;
import dev.cupel.image.Platform;
import dev.cupel.image.Quoted;
import dev.cupel.image.archive.DockerArchiveSource;
import dev.cupel.image.engine.transfer.KnownImage;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.progress.ByteCount;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.source.ImageSource;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// An image in Podman's store. It is saved as a docker archive, whatever its manifest is: that form carries plain layers and the
/// configuration as it is, while the other would compress everything anew.
public record PodmanSource(PodmanProgram podman, ImageName name, Progress progress) implements ImageSource {
    @Override
    public Image load(Platform platform, ContentStore store) throws IOException {
        PodmanImage image = PodmanImage.inspect(podman, name.familiar())
                .orElseThrow(() -> new CupelException(
                        Fault.INPUT,
                        "Podman has no image " + Quoted.of(name.familiar()) + ".",
                        "See `podman images`; docker://NAME takes it from its registry."));
        progress.step("reading " + name.familiar() + " from Podman");
        try {
            Optional<Image> known = new KnownImage(image.id(), image.diffIds()).in(store);
            return known.isPresent() ? known.get() : saved(platform, store);
        } catch (MalformedManifest e) {
            throw new CupelException(
                    Fault.INPUT, "Cannot read the image " + name.familiar() + ": " + e.getMessage() + ".", "Build or pull it again.", e);
        }
    }

    private Image saved(Platform platform, ContentStore store) throws IOException {
        ByteCount count = new ByteCount(progress, 0);
        Descriptor archive = podman.run(
                OutputStream::close,
                out -> store.add("application/x-tar", count.counting(out)),
                "save", "--quiet", "--format", "docker-archive", "--", name.familiar());
        Path file = store.blob(archive.digest()).orElseThrow();
        try {
            return new DockerArchiveSource(file, Optional.empty()).load(platform, store);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public String toString() {
        return "podman:" + name.familiar();
    }
}
