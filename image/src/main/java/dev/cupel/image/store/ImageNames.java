package dev.cupel.image.store;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.file.ReplacedFile;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.manifest.ManifestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Under which names images came into a store and went out of it. Only people ask for these: nothing is found by them, so a name
/// that got lost between two writers does no harm.
public final class ImageNames {
    private static final int MOST = 8;

    private final ContentStore store;

    public ImageNames(ContentStore store) {
        this.store = store;
    }

    /// Notes that the image with this manifest is, or was, at `reference`. One that would steer a terminal is not noted.
    public void note(Digest manifest, String reference) throws IOException {
        Path file = store.layout().names(manifest);
        List<String> names = new ArrayList<>(read(file));
        boolean newest = !names.isEmpty() && names.getLast().equals(reference);
        if (newest || reference.chars().anyMatch(Character::isISOControl)) {
            return;
        }
        names.remove(reference);
        names.add(reference);
        String text = String.join("\n", names.subList(Math.max(0, names.size() - MOST), names.size()));
        Files.createDirectories(file.getParent());
        new ReplacedFile(file).write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The images whose manifests are here, most recently used first.
    public List<NamedImage> all() throws IOException {
        List<NamedImage> images = new ArrayList<>();
        for (Digest manifest : StoreListing.digests(store.layout().kind(StoreLayout.NAMES))) {
            named(manifest).ifPresent(images::add);
        }
        images.sort(Comparator.comparing(NamedImage::lastUsed).reversed().thenComparing(NamedImage::manifest));
        return images;
    }

    /// Empty for one that was collected: its names go with the next collection.
    private Optional<NamedImage> named(Digest manifest) throws IOException {
        Path blob = store.layout().blob(manifest);
        try {
            List<String> names = read(store.layout().names(manifest));
            return Optional.of(new NamedImage(names, manifest, size(blob), Files.getLastModifiedTime(blob).toInstant()));
        } catch (NoSuchFileException | MalformedManifest e) {
            return Optional.empty();
        }
    }

    /// Forgets the names of images whose manifests are gone. Call it behind the [StoreLayout#turn].
    void forgetGone() throws IOException {
        for (Digest manifest : StoreListing.digests(store.layout().kind(StoreLayout.NAMES))) {
            if (!Files.exists(store.layout().blob(manifest))) {
                Files.deleteIfExists(store.layout().names(manifest));
            }
        }
    }

    private long size(Path manifest) throws IOException, MalformedManifest {
        long bytes = Files.size(manifest);
        if (bytes <= ManifestReader.MOST_BYTES && ManifestReader.read(Files.readAllBytes(manifest), "") instanceof Manifest.OfImage image) {
            bytes += size(image.config());
            for (Descriptor layer : image.layers()) {
                bytes += size(layer);
            }
        }
        return bytes;
    }

    private long size(Descriptor blob) {
        return Files.exists(store.layout().blob(blob.digest())) ? blob.sizeBytes() : 0;
    }

    private static List<String> read(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
