package dev.cupel.image.registry.transfer;

import dev.cupel.image.CupelException;
import dev.cupel.image.Descriptor;
import dev.cupel.image.Fault;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.registry.Registries;
import dev.cupel.image.registry.Repository;
import dev.cupel.image.sink.ImageSink;
import dev.cupel.image.sink.Written;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A tag in a registry. Everything goes up as it is; the tag moves last, so nobody ever pulls a half.
///
/// @param origin where the image came from: in the same registry its blobs are taken over without being sent
public record RegistrySink(Registries registries, ImageName name, Optional<ImageName> origin, Progress progress)
        implements ImageSink {
    @Override
    public Written write(Image image, ContentStore store) throws IOException {
        requireTaggable();
        progress.step("pushing " + name.familiar());
        return new RemoteTrouble(name).orExplain(() -> {
            ImagePush push = push(store);
            List<Descriptor> blobs = new ArrayList<>();
            image.layers().stream().map(Layer::blob).forEach(blobs::add);
            blobs.add(image.configBlob());
            push.blobs(blobs);
            push.manifest(image.manifest(), name.manifestReference());
            return new Written(toString(), Optional.of(image.manifest().digest()), Optional.empty());
        });
    }

    ImagePush push(ContentStore store) throws IOException {
        Repository place = registries.repository(name);
        String from = origin.filter(other -> other.registry().equals(name.registry()))
                .map(ImageName::repository)
                .filter(repository -> !repository.equals(name.repository()))
                .orElse("");
        return new ImagePush(place, from, store, progress);
    }

    void requireTaggable() {
        if (name.digest().isPresent()) {
            throw new CupelException(
                    Fault.USAGE, "Cannot push to " + name + ": a digest follows from the content.", "Name a tag instead.");
        }
    }

    @Override
    public String toString() {
        return "docker://" + name.withTag(name.tagOrLatest()).familiar();
    }
}
