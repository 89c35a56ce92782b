package dev.cupel.observe.observation;

import dev.cupel.image.ImagePath;
import java.util.Collection;
import java.util.List;

/// Paths in a container that are no content of its image: the kernel's file systems, and what is mounted.
///
/// @param mounts everything below these is another file system
public record Elsewhere(List<ImagePath> mounts) {
    private static final List<ImagePath> KERNEL = List.of(ImagePath.of("/proc"), ImagePath.of("/sys"), ImagePath.of("/dev"));

    public Elsewhere {
        mounts = mounts.stream().filter(mount -> !mount.isRoot()).toList();
    }

    /// From mount points as a person or a configuration spells them.
    public static Elsewhere of(Collection<String> mountPoints) {
        return new Elsewhere(mountPoints.stream().map(ImagePath::of).toList());
    }

    public boolean holds(ImagePath path) {
        return KERNEL.stream().anyMatch(path::isWithin) || mounts.stream().anyMatch(path::isWithin);
    }
}
