package dev.cupel.slim.analysis.language.java;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The folders of the Java runtimes in an image: those with a `jvm.cfg` where the launcher looks for it.
record JavaHomes(List<ImagePath> folders) {
    /// `lib/jvm.cfg` since Java 9; `jre/lib/amd64/jvm.cfg` and, in a runtime alone, `lib/amd64/jvm.cfg` before.
    private static final Pattern SETTINGS = Pattern.compile("(/.+?)(?:/jre)?/lib(?:/[a-z0-9_]+)?/jvm\\.cfg");

    JavaHomes {
        folders = List.copyOf(folders);
    }

    static JavaHomes in(RootFs root) {
        return new JavaHomes(root.walk()
                .filter(node -> !node.entry().isDirectory())
                .map(Node::path)
                .map(path -> SETTINGS.matcher(path.text()))
                .filter(Matcher::matches)
                .map(matcher -> ImagePath.of(matcher.group(1)))
                .distinct()
                .toList());
    }

    Optional<ImagePath> of(ImagePath path) {
        return folders.stream().filter(path::isWithin).findFirst();
    }
}
