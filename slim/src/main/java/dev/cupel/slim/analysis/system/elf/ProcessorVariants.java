package dev.cupel.slim.analysis.system.elf;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.util.List;
import java.util.Set;

/// Builds of a library for better processors, in folders beside it: `glibc-hwcaps/x86-64-v3`, before glibc 2.33 `tls/haswell` and
/// the like. The machine that watched the run chose one; the next machine may choose another, so all of them stay.
final class ProcessorVariants {
    private static final Set<String> FOLDERS = Set.of(
            "glibc-hwcaps", "tls", "x86_64", "haswell", "avx512_1", "xeon_phi", "i586", "i686", "sse2", "nosegneg", "cmov", "aarch64",
            "atomics", "v7l", "neon", "vfp", "neon-vfp", "power8", "power9", "power10", "z13", "z14", "z15");

    private ProcessorVariants() {}

    /// The paths of the variants of `name` below `directory`; most often none.
    static List<ImagePath> of(RootFs root, ImagePath directory, String name) {
        return root.children(directory).stream()
                .filter(child -> FOLDERS.contains(child.path().name()))
                .flatMap(folder -> root.walk(folder.path()))
                .map(Node::path)
                .filter(path -> path.name().equals(name))
                .toList();
    }
}
