package dev.cupel.lint.image;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.catalog.Remark;
import java.util.Map;
import java.util.TreeMap;

/// What was not looked at, for its size or because it is broken. That is a finding of its own: an image must not pass because its accounts
/// were made too large to read.
final class Unread {
    static final int LARGEST = 4 << 20;
    static final int LARGEST_SMALL = 64 << 10;
    static final ImagePath PASSWD = ImagePath.of("/etc/passwd");
    static final ImagePath GROUP = ImagePath.of("/etc/group");
    static final ImagePath PRELOAD = ImagePath.of("/etc/ld.so.preload");
    private static final Map<ImagePath, Integer> READ = new TreeMap<>(Map.of(
            PASSWD, LARGEST,
            GROUP, LARGEST,
            ImagePath.of("/etc/shadow"), LARGEST,
            PRELOAD, LARGEST_SMALL,
            ImagePath.of("/etc/os-release"), LARGEST_SMALL));

    private Unread() {}

    static void look(ImageSubject image, ImageFindings findings) {
        READ.forEach((path, limit) -> {
            if (is(image.root(), path, limit)) {
                findings.at("CUP2012", path, "it is no file of at most %,d bytes".formatted(limit));
            }
        });
        for (Remark remark : image.inventory().remarks()) {
            findings.at("CUP2012", remark.where(), remark.what());
        }
    }

    /// Whether something is there that is not read. A link that leads nowhere is nothing, for the programs of the image as well.
    static boolean is(RootFs root, ImagePath path, int limit) {
        return switch (root.follow(path)) {
            case Resolution.Found(Node node, var _) -> !root.contentOf(node).entry().isFile() || root.contentOf(node).entry().sizeBytes() > limit;
            case Resolution.Missing _ -> false;
            case Resolution.Loop _ -> true;
        };
    }
}
