package dev.cupel.slim.analysis.system.programs;

import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs of an image by name: over its PATH, and relative to its working directory.
public record Programs(RootFs root, List<ImagePath> path, ImagePath workingDirectory) {
    /// What Docker and containerd set where the image sets nothing.
    private static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    public Programs {
        path = List.copyOf(path);
    }

    public static Programs of(RootFs root, ImageConfig config) {
        return new Programs(
                root,
                directories(config.variable("PATH").orElse(DEFAULT_PATH)),
                ImagePath.ROOT.resolve(config.workingDirectory()));
    }

    /// The same with more places to look in, after the image's own.
    public Programs alsoIn(Collection<ImagePath> directories) {
        List<ImagePath> all = new ArrayList<>(path);
        all.addAll(directories);
        return new Programs(root, all.stream().distinct().toList(), workingDirectory);
    }

    /// The path that `name` is started by, its links not followed; empty if there is no such program. A name with a slash is no
    /// matter of PATH.
    public Optional<ImagePath> find(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0 || name.equals(".") || name.equals("..")) {
            return Optional.empty();
        }
        Stream<ImagePath> candidates = name.contains("/")
                ? Stream.of(workingDirectory.resolve(name))
                : path.stream().map(directory -> directory.child(name));
        return candidates.filter(this::isProgram).findFirst();
    }

    /// The directories in the value of a PATH.
    public static List<ImagePath> directories(String value) {
        return Stream.of(value.split(":"))
                .filter(part -> part.startsWith("/") && part.indexOf('\0') < 0)
                .map(ImagePath::of)
                .distinct()
                .toList();
    }

    private boolean isProgram(ImagePath candidate) {
        return root.follow(candidate) instanceof Resolution.Found(Node node, var _)
                && root.contentOf(node).entry().isFile()
                && root.contentOf(node).entry().isExecutable();
    }
}
