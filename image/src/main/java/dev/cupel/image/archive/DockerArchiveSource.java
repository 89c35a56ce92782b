package dev.cupel.image.archive;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Platform;
import dev.cupel.image.Quoted;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.manifest.ManifestReader;
import dev.cupel.image.manifest.SavedImage;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.source.ImageSource;
import dev.cupel.image.source.Look;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.tar.MalformedTar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An image in a file as `docker save` writes it, of any age: today's also is an OCI layout, whose manifest is then taken as it
/// is; an older one has no manifest, and one is made. `name` may be empty where only one image is there.
public record DockerArchiveSource(Path path, Optional<ImageName> name) implements ImageSource {
    @Override
    public Image load(Platform platform, ContentStore store) throws IOException {
        return problem().orExplain(() -> with(platform, store, ArchivedImage::load));
    }

    @Override
    public <T> T look(Platform platform, ContentStore store, Look<T> look) throws IOException {
        return problem().orExplain(() -> with(platform, store, archived -> archived.look(look)));
    }

    private <T> T with(Platform platform, ContentStore store, ArchivedImage.Use<T> use) throws IOException, MalformedManifest, MalformedTar {
        try (Members members = new ArchiveFile(path).open(store)) {
            Optional<byte[]> list = members.read("manifest.json", ManifestReader.MOST_BYTES);
            if (list.isEmpty()) {
                throw noList(members);
            }
            ArchiveNames names = new ArchiveNames(name, problem());
            SavedImage chosen = names.choose(SavedImage.read(list.get()));
            OciLayout layout = new OciLayout(members, problem());
            Optional<Manifest.OfIndex> index = layout.index();
            List<Descriptor> entries = index.isPresent() ? names.entriesOf(index.get(), chosen) : List.of();
            return use.of(entries.isEmpty()
                    ? new SavedLayers(members, store, problem()).find(chosen)
                    : layout.find(entries, platform, store));
        }
    }

    private RuntimeException noList(Members members) throws IOException {
        if (members.size("repositories").isPresent()) {
            return problem().because(
                    "it has no manifest.json, as archives of Docker before 1.10 have none",
                    "Load it into a Docker Engine of that time and save it with a newer one.");
        }
        return members.size("index.json").isPresent()
                ? problem().because("it is an OCI layout", "Write oci-archive:" + path + " instead.")
                : problem().because(
                        "it has no manifest.json, so nothing says what its layers are",
                        "For a root file system write dir:" + Quoted.of(path.toString()) + ".");
    }

    private CannotLoad problem() {
        return new CannotLoad(toString());
    }

    @Override
    public String toString() {
        return "docker-archive:" + path + name.map(one -> ":" + one.familiar()).orElse("");
    }
}
