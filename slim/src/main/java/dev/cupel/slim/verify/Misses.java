package dev.cupel.slim.verify;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.Observations;
import java.util.List;
import java.util.TreeMap;

/// The differential oracle: what existed in the original and is ENOENT in the slim image's run. It finds a loss even where
/// every probe passed.
public final class Misses {
    private final RootFs original;
    private final RootFs slim;

    public Misses(RootFs original, RootFs slim) {
        this.original = original;
        this.slim = slim;
    }

    /// Each missed path once, in path order. Paths that neither image has, or that only came to be during the run, are none.
    public List<Miss> in(Observations slimRun) {
        TreeMap<ImagePath, Miss> misses = new TreeMap<>();
        slimRun.accesses().stream()
                .filter(access -> !access.found() && isLost(access.path()))
                .forEach(access -> misses.putIfAbsent(access.path(), miss(access)));
        return List.copyOf(misses.values());
    }

    private boolean isLost(ImagePath path) {
        return original.locate(path) instanceof Resolution.Found && !(slim.locate(path) instanceof Resolution.Found);
    }

    private static Miss miss(Access access) {
        return new Miss(access.path(), access.phase(), access.program());
    }
}
