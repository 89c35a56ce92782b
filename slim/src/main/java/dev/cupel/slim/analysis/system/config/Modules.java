package dev.cupel.slim.analysis.system.config;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Every library of an image by its file name.
record Modules(Map<String, List<ImagePath>> places) {
    static Modules of(RootFs root) {
        return new Modules(root.walk()
                .filter(node -> !node.entry().isDirectory())
                .map(Node::path)
                .filter(path -> path.name().contains(".so"))
                .collect(Collectors.groupingBy(ImagePath::name)));
    }

    List<ImagePath> named(String name) {
        return places.getOrDefault(name, List.of());
    }
}
