package dev.cupel.image.manifest;

import dev.cupel.image.CupelException;
import dev.cupel.image.Descriptor;
import dev.cupel.image.Fault;
import dev.cupel.image.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Finds the image for one platform behind a manifest, which may be an index of indexes. What it needs it fetches; where from
/// is the caller's affair.
public final class ManifestTree {
    private static final int DEEPEST = 4;

    private final Fetch fetch;

    /// Brings the bytes of a manifest, already checked against digest and size.
    public interface Fetch {
        byte[] fetch(Descriptor manifest) throws IOException;
    }

    /// An image's manifest as found: its descriptor and what it says.
    public record Found(Descriptor descriptor, Manifest.OfImage manifest) {}

    public ManifestTree(Fetch fetch) {
        this.fetch = fetch;
    }

    /// The image for `wanted`. A single image that names no platform, or another, is taken as it is: nothing else was offered.
    /// A [CupelException] lists what is there when nothing fits.
    public Found find(Descriptor top, Platform wanted) throws IOException, MalformedManifest {
        return find(List.of(top), wanted);
    }

    /// The same for several manifests that stand side by side, as in an OCI layout.
    public Found find(List<Descriptor> tops, Platform wanted) throws IOException, MalformedManifest {
        List<Descriptor> leaves = new ArrayList<>();
        for (Descriptor top : tops) {
            collect(top, DEEPEST, leaves);
        }
        Optional<Descriptor> best = leaves.size() == 1 ? Optional.of(leaves.getFirst()) : PlatformChoice.best(leaves, wanted);
        Descriptor chosen = best.orElseThrow(() -> nothingFits(leaves, wanted));
        if (ManifestReader.read(fetch.fetch(chosen), chosen.mediaType()) instanceof Manifest.OfImage image) {
            return new Found(chosen, image);
        }
        throw new MalformedManifest("an index is where its parent promises an image");
    }

    /// The platforms of the images of an index, in order of their names; empty where there is no index, or none that names them.
    /// A platform with two spellings has its usual one.
    public List<Platform> platforms(List<Descriptor> tops) throws IOException, MalformedManifest {
        List<Descriptor> leaves = new ArrayList<>();
        for (Descriptor top : tops) {
            collect(top, DEEPEST, leaves);
        }
        return leaves.stream()
                .flatMap(leaf -> leaf.platform().stream())
                .map(PlatformChoice::usual)
                .distinct()
                .sorted(Comparator.comparing(Platform::toString))
                .toList();
    }

    private void collect(Descriptor at, int deeper, List<Descriptor> leaves) throws IOException, MalformedManifest {
        if (!MediaTypes.isIndex(at.mediaType())) {
            leaves.add(at);
            return;
        }
        if (deeper == 0) {
            throw new MalformedManifest("indexes within indexes are more than " + DEEPEST + " deep");
        }
        if (ManifestReader.read(fetch.fetch(at), at.mediaType()) instanceof Manifest.OfIndex index) {
            for (Descriptor entry : PlatformChoice.candidates(index)) {
                collect(entry, deeper - 1, leaves);
            }
        }
    }

    private static CupelException nothingFits(List<Descriptor> leaves, Platform wanted) {
        String offered = leaves.stream()
                .flatMap(leaf -> leaf.platform().stream())
                .map(Platform::toString)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
        return new CupelException(
                Fault.INPUT,
                offered.isEmpty()
                        ? "Cannot choose an image: the index holds no image that names its platform."
                        : "Cannot choose an image for " + wanted + ": the index has " + offered + ".",
                offered.isEmpty() ? "Name one image by its digest." : "Choose one with --platform.");
    }
}
