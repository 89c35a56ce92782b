package dev.cupel.image.archive;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Platform;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.source.ImageSource;
import dev.cupel.image.source.Look;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.tar.MalformedTar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An image in an OCI layout: a directory, or a tar of one. `tag` is the `org.opencontainers.image.ref.name` or the digest of an
/// entry of its index; it may be empty where only one image is there.
public record OciLayoutSource(Path path, Optional<String> tag) implements ImageSource {
    @Override
    public Image load(Platform platform, ContentStore store) throws IOException {
        return problem().orExplain(() -> with(platform, store, ArchivedImage::load));
    }

    @Override
    public <T> T look(Platform platform, ContentStore store, Look<T> look) throws IOException {
        return problem().orExplain(() -> with(platform, store, archived -> archived.look(look)));
    }

    @Override
    public List<Platform> platforms(ContentStore store) throws IOException {
        return problem().orExplain(() -> opened(store, (layout, chosen) -> layout.platforms(chosen, store)));
    }

    private <T> T with(Platform platform, ContentStore store, ArchivedImage.Use<T> use) throws IOException, MalformedManifest, MalformedTar {
        return opened(store, (layout, chosen) -> use.of(layout.find(chosen, platform, store)));
    }

    private interface Read<T> {
        T of(OciLayout layout, List<Descriptor> chosen) throws IOException, MalformedManifest;
    }

    private <T> T opened(ContentStore store, Read<T> read) throws IOException, MalformedManifest, MalformedTar {
        try (Members members = new ArchiveFile(path).open(store)) {
            OciLayout layout = new OciLayout(members, problem());
            Manifest.OfIndex index = layout.index().orElseThrow(() -> problem().because(
                    "it has no index.json, so it is no OCI layout", "For a file of `docker save` write docker-archive:FILE."));
            return read.of(layout, layout.choose(index, tag));
        }
    }

    private CannotLoad problem() {
        return new CannotLoad(toString());
    }

    @Override
    public String toString() {
        return "oci:" + path + tag.map(text -> ":" + text).orElse("");
    }
}
