package dev.cupel.slim.analysis.application;

import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.History;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.rootfs.RootFs;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The layers that a COPY or ADD made: whatever lies in them the author put there. Only where the history accounts for every
/// layer; a layer that brings a package database is the operating system, however it came.
final class AuthorLayers {
    private static final List<String> SYSTEM = List.of(
            "/var/lib/dpkg/status", "/lib/apk/db/installed", "/usr/lib/apk/db/installed", "/var/lib/rpm", "/usr/lib/os-release",
            "/etc/os-release", "/usr/lib/sysimage/rpm", "/bin/busybox");

    private AuthorLayers() {}

    static Set<Integer> of(ImageConfig config, RootFs root) {
        List<History> made = config.history().stream().filter(step -> !step.emptyLayer()).toList();
        if (made.size() != config.diffIds().size()) {
            return Set.of();
        }
        Set<Integer> layers = new HashSet<>();
        for (int layer = 0; layer < made.size(); layer++) {
            if (CopyStep.read(made.get(layer).createdBy()).isPresent()) {
                layers.add(layer);
            }
        }
        SYSTEM.stream()
                .flatMap(path -> root.at(ImagePath.of(path)).stream())
                .flatMap(node -> Stream.of(node.layer()))
                .forEach(layers::remove);
        return Set.copyOf(layers);
    }
}
