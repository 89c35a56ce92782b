package dev.cupel.cli;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Platform;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.store.Memo;
import dev.cupel.inspect.diff.DiffReport;
import dev.cupel.inspect.diff.ImageDiff;
import dev.cupel.inspect.diff.PlatformsDiff;
import dev.cupel.inspect.diff.PlatformsDiff.PlatformRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Two images, or two indexes of images, that are compared.
record ComparedImages(Images images, Memo memo, ImageReference a, ImageReference b) {
    /// What somebody wants to know of the two.
    @FunctionalInterface
    interface Both<T> {
        T of(InspectedImage one, InspectedImage other) throws IOException;
    }

    /// Looks at the images for one platform.
    <T> T look(Platform platform, Both<T> both) throws IOException {
        return images.look(a, platform, before -> images.look(b, platform, after -> both.of(new InspectedImage(before, memo), new InspectedImage(after, memo))));
    }

    DiffReport report(InspectedImage one, InspectedImage other) throws IOException {
        return new ImageDiff(one.side(a.toString()), other.side(b.toString())).report();
    }

    /// What somebody wants to know of the two for a platform, besides how they differ.
    @FunctionalInterface
    interface Besides {
        void look(String platform, InspectedImage one, InspectedImage other) throws IOException;
    }

    /// Each platform that both have. What is no index is a [CupelException].
    PlatformsDiff byPlatform(Besides besides) throws IOException {
        List<Platform> before = platforms(a);
        List<Platform> after = platforms(b);
        List<PlatformRow> rows = new ArrayList<>();
        for (Platform platform : before) {
            if (after.contains(platform)) {
                rows.add(look(platform, (one, other) -> {
                    besides.look(platform.toString(), one, other);
                    return new PlatformRow(platform.toString(), report(one, other));
                }));
            }
        }
        return new PlatformsDiff(
                DiffReport.SCHEMA_VERSION, new Version().getVersion()[0], a.toString(), b.toString(), rows, without(before, after), without(after, before));
    }

    private List<Platform> platforms(ImageReference reference) throws IOException {
        List<Platform> platforms = images.platforms(reference);
        if (platforms.isEmpty()) {
            throw new CupelException(
                    Fault.USAGE, "Cannot compare all platforms: " + reference + " is one image, not an index of several.", "Leave out --platform all, or name two indexes in a registry or an OCI layout.");
        }
        return platforms;
    }

    private static List<String> without(List<Platform> these, List<Platform> those) {
        return these.stream().filter(one -> !those.contains(one)).map(Platform::toString).toList();
    }
}
