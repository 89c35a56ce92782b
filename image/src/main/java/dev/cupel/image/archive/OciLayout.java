package dev.cupel.image.archive;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.Platform;
import dev.cupel.image.Quoted;
import dev.cupel.image.manifest.ImageConfigReader;
import dev.cupel.image.manifest.Images;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.manifest.ManifestReader;
import dev.cupel.image.manifest.ManifestTree;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.manifest.PlatformChoice;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads one image out of an opened OCI layout.
record OciLayout(Members members, CannotLoad problem) {
    static final String REF_NAME = "org.opencontainers.image.ref.name";

    /// The entries of `index.json`, which may be none; empty if there is no such file or it is no index.
    Optional<Manifest.OfIndex> index() throws IOException, MalformedManifest {
        Optional<byte[]> bytes = members.read("index.json", ManifestReader.MOST_BYTES);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        return ManifestReader.read(bytes.get(), MediaTypes.OCI_INDEX) instanceof Manifest.OfIndex index
                ? Optional.of(index)
                : Optional.empty();
    }

    /// The image that `chosen` and `platform` select; its layers stay where they are.
    ArchivedImage find(List<Descriptor> chosen, Platform platform, ContentStore store) throws IOException, MalformedManifest {
        BlobFolder blobs = new BlobFolder(members, store, problem);
        ManifestTree.Found found = new ManifestTree(blobs::bringManifest).find(chosen, platform);
        blobs.bring(found.manifest().config());
        byte[] config = store.read(found.manifest().config().digest(), ImageConfigReader.MOST_BYTES);
        Map<Digest, String> names = new HashMap<>();
        for (Descriptor layer : found.manifest().layers()) {
            String name = BlobFolder.name(layer.digest());
            if (members.size(name).isPresent()) {
                names.put(layer.digest(), name);
            }
        }
        return new ArchivedImage(Images.of(found.descriptor(), found.manifest(), ImageConfigReader.read(config)), names, members, store, problem);
    }

    /// The platforms of what was chosen.
    List<Platform> platforms(List<Descriptor> chosen, ContentStore store) throws IOException, MalformedManifest {
        return new ManifestTree(new BlobFolder(members, store, problem)::bringManifest).platforms(chosen);
    }

    /// The entries that a person means: those with this tag or digest, or all of them when they bear one name or none.
    List<Descriptor> choose(Manifest.OfIndex index, Optional<String> tag) {
        List<Descriptor> named = index.manifests().stream()
                .filter(entry -> tag.isEmpty() || isMeant(entry, tag.get()))
                .toList();
        List<Descriptor> images = PlatformChoice.candidates(new Manifest.OfIndex(index.mediaType(), named, index.annotations()));
        if (images.isEmpty() && !named.isEmpty()) {
            throw problem.because(
                    "what it holds is of the media type " + Quoted.of(named.getFirst().mediaType()) + ", not an image",
                    "Name another entry.");
        }
        long names = images.stream().map(OciLayout::nameOf).distinct().count();
        if (images.isEmpty() || names > 1) {
            String what = tag.map(text -> "it has nothing named " + Quoted.of(text))
                    .orElse(images.isEmpty() ? "it holds no image" : "it holds " + names + " images");
            throw problem.because(what, listing(index));
        }
        return images;
    }

    private static boolean isMeant(Descriptor entry, String tag) {
        return nameOf(entry).equals(tag)
                || entry.digest().toString().equals(tag)
                || entry.annotations().getOrDefault("io.containerd.image.name", "").equals(tag);
    }

    private static String nameOf(Descriptor entry) {
        return entry.annotations().getOrDefault(REF_NAME, "");
    }

    private static String listing(Manifest.OfIndex index) {
        String names = index.manifests().stream()
                .map(entry -> nameOf(entry).isEmpty() ? entry.digest().toString() : nameOf(entry))
                .distinct()
                .limit(20)
                .map(Quoted::of)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "Nothing can be chosen: its index is empty." : "Name one of " + names + " behind the path.";
    }
}
