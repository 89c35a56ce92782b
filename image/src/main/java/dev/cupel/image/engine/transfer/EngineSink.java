package dev.cupel.image.engine.transfer;

import dev.cupel.image.CupelException;
import dev.cupel.image.Digest;
import dev.cupel.image.Fault;
import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.EngineImage;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.progress.ByteCount;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.sink.ImageSink;
import dev.cupel.image.sink.Written;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.util.Optional;

/// A name in Docker Engine. An image that the engine has already only gets the name; any other is loaded whole, for the engine has no
/// way to take single layers.
public record EngineSink(Engine engine, ImageName name, Progress progress) implements ImageSink {
    @Override
    public Written write(Image image, ContentStore store) throws IOException {
        String tagged = name.withTag(name.tagOrLatest()).familiar();
        Optional<EngineImage> there = engine.images().inspect(image.configBlob().digest().toString());
        if (there.isPresent()) {
            engine.images().tag(there.get().id().toString(), name);
            return written(tagged, image, false);
        }
        progress.step("loading " + tagged + " into Docker Engine");
        boolean containerd = engine.info().containerdStore();
        long bytes = image.layers().stream().map(Layer::blob).mapToLong(blob -> blob.sizeBytes()).sum();
        LoadableImage loadable = new LoadableImage(image, name, store, new ByteCount(progress, bytes));
        engine.images().load(containerd ? loadable : loadable.withoutZstd());
        return written(tagged, image, containerd);
    }

    /// An engine that renders the image differently would run something else than what was verified.
    private Written written(String tagged, Image image, boolean keepsManifests) throws IOException {
        Digest id = engine.images().inspect(tagged).map(EngineImage::id).orElseThrow(() ->
                new IOException("Docker Engine took " + tagged + " and has no such image now; did another process remove it?"));
        Digest expected = keepsManifests ? image.manifest().digest() : image.configBlob().digest();
        if (!id.equals(expected)) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Docker Engine took " + tagged + " as the image " + id + ", but " + expected + " was sent.",
                    "Write an archive instead (docker-archive:FILE) and look at how the engine loads it.");
        }
        return new Written("docker-daemon:" + tagged, keepsManifests ? Optional.of(expected) : Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "docker-daemon:" + name.familiar();
    }
}
