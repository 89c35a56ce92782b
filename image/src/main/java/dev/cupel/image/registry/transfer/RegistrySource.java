package dev.cupel.image.registry.transfer;

import dev.cupel.image.Digest;
import dev.cupel.image.Platform;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.registry.MalformedAnswer;
import dev.cupel.image.registry.Registries;
import dev.cupel.image.registry.RegistryRefusal;
import dev.cupel.image.registry.Repository;
import dev.cupel.image.registry.http.BrokenTransfer;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.source.FoundImage;
import dev.cupel.image.source.ImageSource;
import dev.cupel.image.source.Look;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.WrongBlob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An image in a registry, or in one of its mirrors. Blobs that the store has are not asked for; manifests whose digest is known
/// neither.
public record RegistrySource(Registries registries, ImageName name, Progress progress) implements ImageSource {
    @Override
    public Image load(Platform platform, ContentStore store) throws IOException {
        progress.step("pulling " + name.familiar());
        return new RemoteTrouble(name).orExplain(() -> fromAnywhere(place -> new ImagePull(place, store, progress).pull(name, platform)));
    }

    /// Layers are fetched when somebody opens the image, by its digest: the tag may stand for another one by then.
    @Override
    public <T> T look(Platform platform, ContentStore store, Look<T> look) throws IOException {
        progress.step("looking at " + name.familiar());
        Image image = outline(platform, store);
        ImageName exact = name.withDigest(image.manifest().digest());
        return look.at(new FoundImage(image, () -> OpenedImage.of(new RegistrySource(registries, exact, progress).load(platform, store), store)));
    }

    @Override
    public List<Platform> platforms(ContentStore store) throws IOException {
        return new RemoteTrouble(name).orExplain(() -> fromAnywhere(place -> new ImagePull(place, store, progress).platforms(name)));
    }

    /// The image without its layers: its manifest and configuration come into the store.
    public Image outline(Platform platform, ContentStore store) throws IOException {
        return new RemoteTrouble(name).orExplain(() -> fromAnywhere(place -> new ImagePull(place, store, progress).outline(name, platform)));
    }

    /// What the name stands for now: the digest of an index or of an image. Empty if there is no such tag.
    public Optional<Digest> digest() throws IOException {
        return new RemoteTrouble(name).orExplain(() -> fromAnywhere(place -> place.digestOf(name.tagOrLatest())));
    }

    /// All tags of its repository, in the registry's order.
    public List<String> tags() throws IOException {
        return new RemoteTrouble(name).orExplain(() -> fromAnywhere(Repository::tags));
    }

    private interface Ask<T> {
        T of(Repository place) throws IOException, MalformedManifest;
    }

    /// Whatever is wrong with a mirror, the registry itself has the last word.
    private <T> T fromAnywhere(Ask<T> ask) throws IOException, MalformedManifest {
        List<Repository> places = registries.forPull(name);
        List<Exception> passedOver = new ArrayList<>();
        for (Repository mirror : places.subList(0, places.size() - 1)) {
            try {
                return ask.of(mirror);
            } catch (RegistryRefusal | BrokenTransfer | MalformedAnswer | WrongBlob | MalformedManifest e) {
                passedOver.add(e);
            }
        }
        try {
            return ask.of(places.getLast());
        } catch (IOException | MalformedManifest e) {
            passedOver.forEach(e::addSuppressed);
            throw e;
        }
    }

    @Override
    public String toString() {
        return "docker://" + name.familiar();
    }
}
