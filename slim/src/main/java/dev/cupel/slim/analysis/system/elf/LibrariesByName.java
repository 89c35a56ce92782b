package dev.cupel.slim.analysis.system.elf;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Every file or link of an image that is named like a library, by that name.
record LibrariesByName(Map<String, List<ImagePath>> places) {
    static LibrariesByName of(RootFs root) {
        return new LibrariesByName(root.walk()
                .filter(node -> !node.entry().isDirectory())
                .map(Node::path)
                .filter(path -> path.name().contains(".so"))
                .collect(Collectors.groupingBy(ImagePath::name)));
    }

    List<ImagePath> of(String name) {
        return places.getOrDefault(name, List.of());
    }
}
