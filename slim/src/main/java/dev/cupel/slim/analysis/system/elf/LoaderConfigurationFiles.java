package dev.cupel.slim.analysis.system.elf;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// `/etc/ld.so.conf` and what it includes (ldconfig(8)): one directory a line.
record LoaderConfigurationFiles(List<ImagePath> files, List<ImagePath> directories) {
    private static final ImagePath START = ImagePath.of("/etc/ld.so.conf");
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_FILES = 1000;

    static LoaderConfigurationFiles read(RootFs root) throws IOException {
        Set<ImagePath> files = new LinkedHashSet<>();
        List<ImagePath> directories = new ArrayList<>();
        Deque<ImagePath> open = new ArrayDeque<>(List.of(START));
        while (!open.isEmpty() && files.size() < MOST_FILES) {
            ImagePath file = open.remove();
            if (files.add(file)) {
                String text = root.read(file, MOST_BYTES).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
                for (String line : (Iterable<String>) text.lines().map(one -> one.replaceFirst("#.*", "").strip())::iterator) {
                    if (line.startsWith("include ")) {
                        open.addAll(included(root, file.parent().resolve(line.substring(8).strip())));
                    } else if (line.startsWith("/")) {
                        directories.add(ImagePath.of(line));
                    }
                }
            }
        }
        return new LoaderConfigurationFiles(List.copyOf(files), directories);
    }

    /// The files that an include names; a `*` may stand in the last part of the path.
    private static List<ImagePath> included(RootFs root, ImagePath pattern) {
        int star = pattern.name().indexOf('*');
        if (star < 0) {
            return List.of(pattern);
        }
        String before = pattern.name().substring(0, star);
        String after = pattern.name().substring(star + 1);
        return root.children(pattern.parent()).stream()
                .map(Node::path)
                .filter(path -> path.name().startsWith(before) && path.name().endsWith(after))
                .toList();
    }
}
