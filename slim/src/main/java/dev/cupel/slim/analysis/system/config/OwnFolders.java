package dev.cupel.slim.analysis.system.config;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import java.util.List;
import java.util.Set;

/// Tells whether a folder that a text names is the application's, so that all of it stays.
record OwnFolders(AnalysisContext context) {
    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_SETTINGS = 300;

    private static final Set<String> SYSTEM = Set.of(
            "bin", "boot", "dev", "lib", "lib32", "lib64", "libx32", "media", "mnt", "proc", "run", "sbin", "sys", "tmp", "usr");

    private static final List<ImagePath> SHARED = List.of(
            ImagePath.of("/var/lib"), ImagePath.of("/var/log"), ImagePath.of("/var/cache"), ImagePath.of("/var/run"),
            ImagePath.of("/var/spool"), ImagePath.of("/var/tmp"), ImagePath.of("/var/lock"), ImagePath.of("/etc/ssl"),
            ImagePath.of("/etc/alternatives"), ImagePath.of("/etc/init.d"));

    /// Whether it lies where applications lie and holds a file that no package brought, or is a small folder of settings.
    boolean isOwn(ImagePath folder) {
        List<String> names = folder.components();
        if (names.size() < 2 || SHARED.contains(folder)) {
            return false;
        }
        if (names.getFirst().equals("etc")) {
            return context.root().walk(folder).limit(MOST_SETTINGS + 1L).count() <= MOST_SETTINGS;
        }
        boolean local = folder.isWithin(ImagePath.of("/usr/local")) && names.size() > 3;
        boolean served = folder.isWithin(ImagePath.of("/usr/share")) && names.size() > 3;
        boolean place = !SYSTEM.contains(names.getFirst()) || local || served;
        return place && holdsOwnFiles(folder);
    }

    private boolean holdsOwnFiles(ImagePath folder) {
        List<Node> files = context.root().walk(folder).filter(node -> !node.entry().isDirectory()).toList();
        return files.stream().anyMatch(node -> context.packages().ownerOf(node.path()).isEmpty())
                && files.stream().mapToLong(node -> node.entry().sizeBytes()).sum() <= MOST_BYTES;
    }
}
