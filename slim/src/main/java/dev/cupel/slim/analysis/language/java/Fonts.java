package dev.cupel.slim.analysis.language.java;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.util.ArrayList;
import java.util.List;

/// What drawing text without a screen needs of the system (captchas, charts, PDF, spreadsheets that fit their columns): Java asks
/// fontconfig, by a library that it opens by name, for any font at all. Only where somebody installed fonts beside Java.
final class Fonts {
    private static final List<ImagePath> SETTINGS =
            List.of(ImagePath.of("/etc/fonts"), ImagePath.of("/usr/share/fontconfig"), ImagePath.of("/usr/share/xml/fontconfig"));
    private static final ImagePath FONTS = ImagePath.of("/usr/share/fonts");
    private static final List<String> LIBRARIES = List.of("libfontconfig.so.1", "libfreetype.so.6");
    private static final List<ImagePath> LIBRARY_FOLDERS = List.of(
            ImagePath.of("/usr/lib/x86_64-linux-gnu"), ImagePath.of("/usr/lib/aarch64-linux-gnu"), ImagePath.of("/usr/lib64"), ImagePath.of("/usr/lib"));
    private static final long MOST_BYTES = 32L << 20;

    private Fonts() {}

    static List<Need> needs(RootFs root, ImagePath because) {
        if (root.at(ImagePath.of("/etc/fonts/fonts.conf")).isEmpty()) {
            return List.of();
        }
        Reason reason = new Reason.NeededBy(because, "fonts");
        List<Need> needs = new ArrayList<>();
        SETTINGS.forEach(folder -> needs.add(Need.tree(folder, reason)));
        for (ImagePath folder : LIBRARY_FOLDERS) {
            LIBRARIES.forEach(library -> needs.add(Need.of(folder.child(library), reason)));
        }
        long bytes = 0;
        for (Node font : root.walk(FONTS).filter(node -> !node.entry().isDirectory()).toList()) {
            bytes += font.entry().sizeBytes();
            if (bytes <= MOST_BYTES) {
                needs.add(Need.of(font.path(), reason));
            }
        }
        return needs;
    }
}
