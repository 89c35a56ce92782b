package dev.cupel.image.manifest;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Platform;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which image of an index a machine gets. Never simply the first: with no fitting one there is none.
public final class PlatformChoice {
    private static final String REFERENCE_TYPE = "vnd.docker.reference.type";
    private static final String ZSTD = "io.github.containers.compression.zstd";

    private PlatformChoice() {}

    /// The entries of `index` that may be images or lists of images: no attestations, no other kinds of object.
    public static List<Descriptor> candidates(Manifest.OfIndex index) {
        return index.manifests().stream()
                .filter(entry -> MediaTypes.isImageManifest(entry.mediaType()) || MediaTypes.isIndex(entry.mediaType()))
                .filter(entry -> !entry.annotations().containsKey(REFERENCE_TYPE))
                .filter(entry -> entry.platform().map(platform -> !platform.os().equals("unknown")).orElse(true))
                .toList();
    }

    /// The best of the image entries whose platform is known: the nearest variant that `wanted` can run, and of two for the
    /// same platform the one compressed with zstd.
    public static Optional<Descriptor> best(List<Descriptor> candidates, Platform wanted) {
        List<String> variants = variantsFor(wanted);
        return candidates.stream()
                .filter(entry -> entry.platform().map(platform -> fits(platform, wanted, variants)).orElse(false))
                .min(Comparator.comparingInt((Descriptor entry) -> variants.indexOf(variantOf(entry)))
                        .thenComparing(entry -> !"true".equals(entry.annotations().get(ZSTD))));
    }

    /// The same platform as most indexes spell it.
    static Platform usual(Platform platform) {
        return switch (platform.architecture() + "/" + platform.variant()) {
            case "arm64/v8", "amd64/v1" -> new Platform(platform.os(), platform.architecture(), "");
            case "arm/" -> new Platform(platform.os(), "arm", "v7");
            default -> platform;
        };
    }

    private static boolean fits(Platform offered, Platform wanted, List<String> variants) {
        return offered.os().equals(wanted.os())
                && offered.architecture().equals(wanted.architecture())
                && variants.contains(offered.variant());
    }

    private static String variantOf(Descriptor entry) {
        return entry.platform().map(Platform::variant).orElse("");
    }

    /// Variants that a machine of the wanted one runs, best first. `arm64` is `arm64/v8`, `arm` is `arm/v7`; whoever wants a
    /// newer `amd64` level than the first must say so.
    private static List<String> variantsFor(Platform wanted) {
        return switch (wanted.architecture() + "/" + wanted.variant()) {
            case "arm64/", "arm64/v8" -> List.of("v8", "");
            case "arm/", "arm/v7" -> List.of("v7", "", "v6", "v5");
            case "arm/v8" -> List.of("v8", "v7", "", "v6", "v5");
            case "arm/v6" -> List.of("v6", "v5");
            case "amd64/", "amd64/v1" -> List.of("", "v1");
            case "amd64/v2" -> List.of("v2", "", "v1");
            case "amd64/v3" -> List.of("v3", "v2", "", "v1");
            case "amd64/v4" -> List.of("v4", "v3", "v2", "", "v1");
            default -> wanted.variant().isEmpty() ? List.of("") : List.of(wanted.variant(), "");
        };
    }
}
