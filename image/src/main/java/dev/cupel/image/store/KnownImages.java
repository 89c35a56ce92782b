package dev.cupel.image.store;

import dev.cupel.image.Descriptor;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.manifest.ImageConfigReader;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.manifest.ManifestReader;
import dev.cupel.image.manifest.MalformedManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The configurations of images that came into a store or went out of it, to recognise an image by. Looking keeps nothing from being
/// collected.
public record KnownImages(ContentStore store) {
    private static final int MOST = 500;

    /// One of them.
    ///
    /// @param name the newest under which it came or went
    public record Known(String name, ImageConfig config) {}

    /// Those whose manifest and configuration are here, most recently used first.
    public List<Known> all() throws IOException {
        List<Known> known = new ArrayList<>();
        for (NamedImage one : new ImageNames(store).all().stream().filter(image -> !image.names().isEmpty()).limit(MOST).toList()) {
            config(one).ifPresent(config -> known.add(new Known(one.names().getLast(), config)));
        }
        return known;
    }

    private Optional<ImageConfig> config(NamedImage named) throws IOException {
        try {
            byte[] manifest = read(store.layout().blob(named.manifest()), ManifestReader.MOST_BYTES);
            if (ManifestReader.read(manifest, "") instanceof Manifest.OfImage(var _, Descriptor config, var _, var _)) {
                return Optional.of(ImageConfigReader.read(read(store.layout().blob(config.digest()), ImageConfigReader.MOST_BYTES)));
            }
            return Optional.empty();
        } catch (NoSuchFileException | MalformedManifest e) {
            return Optional.empty(); // collected, or nothing that an image could be built on
        }
    }

    private static byte[] read(Path blob, int most) throws IOException, MalformedManifest {
        if (Files.size(blob) > most) {
            throw new MalformedManifest("it has more than " + most + " bytes");
        }
        return Files.readAllBytes(blob);
    }
}
