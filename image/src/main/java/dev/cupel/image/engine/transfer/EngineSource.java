package dev.cupel.image.engine.transfer;

import dev.cupel.image.CupelException;
import dev.cupel.image.Descriptor;
import dev.cupel.image.Fault;
import dev.cupel.image.Platform;
import dev.cupel.image.Quoted;
import dev.cupel.image.archive.DockerArchiveSource;
import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.EngineImage;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.progress.ByteCount;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.source.FoundImage;
import dev.cupel.image.source.ImageSource;
import dev.cupel.image.source.Look;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// An image that Docker Engine has, by name or id. Layers that the store knows cost nothing, the others are read from the engine's
/// disk where that is possible; else the engine exports the image.
public record EngineSource(Engine engine, String name, Progress progress) implements ImageSource {
    @Override
    public Image load(Platform platform, ContentStore store) throws IOException {
        EngineImage image = inspected();
        Optional<Image> local = unlessOnlyExportHelps(() -> {
            Optional<Image> known = new KnownImage(image.id(), image.diffIds()).in(store);
            Optional<LocalImage> onDisk = known.isPresent() ? Optional.empty() : onDisk(image, store);
            return onDisk.isPresent() ? onDisk.get().load() : known;
        });
        return local.isPresent() ? local.get() : exported(platform, store);
    }

    @Override
    public <T> T look(Platform platform, ContentStore store, Look<T> look) throws IOException {
        EngineImage image = inspected();
        Optional<FoundImage> local = unlessOnlyExportHelps(() -> {
            Optional<LocalImage> onDisk = onDisk(image, store);
            return onDisk.isPresent() ? onDisk.get().find() : Optional.empty();
        });
        if (local.isEmpty()) {
            return ImageSource.super.look(platform, store, look);
        }
        try {
            return look.at(local.get());
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return ImageSource.super.look(platform, store, look); // what a directory does not give, an export may; if not, it says why
        }
    }

    private EngineImage inspected() throws IOException {
        EngineImage image = engine.images().inspect(name).orElseThrow(() -> new CupelException(
                Fault.INPUT,
                "Docker Engine at " + engine.address() + " has no image " + Quoted.of(name) + ".",
                "See `docker images`; docker://NAME takes it from its registry."));
        progress.step("reading " + name + " from Docker Engine");
        return image;
    }

    /// A way to the image that may not be there.
    private interface Way<T> {
        Optional<T> go() throws IOException, MalformedManifest;
    }

    private <T> Optional<T> unlessOnlyExportHelps(Way<T> way) throws IOException {
        try {
            return way.go();
        } catch (MalformedManifest e) {
            throw new CupelException(
                    Fault.INPUT, "Cannot read the image " + Quoted.of(name) + ": " + e.getMessage() + ".", "Build or pull it again.", e);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return Optional.empty(); // the export is the other way to the same bytes, and tells what is wrong if it is not
        }
    }

    private Optional<LocalImage> onDisk(EngineImage image, ContentStore store) {
        ByteCount count = new ByteCount(progress, image.sizeBytes());
        return OverlayStore.of(image).map(disk -> new LocalImage(image, store, disk, count));
    }

    /// The slow way, which works with every engine.
    Image exported(Platform platform, ContentStore store) throws IOException {
        ByteCount count = new ByteCount(progress, 0);
        Descriptor archive = engine.images().save(name, tar -> store.add("application/x-tar", count.counting(tar)));
        Path file = store.blob(archive.digest()).orElseThrow();
        try {
            return new DockerArchiveSource(file, Optional.empty()).load(platform, store);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public String toString() {
        return "docker-daemon:" + name;
    }
}
