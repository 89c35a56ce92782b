package dev.cupel.slim.analysis.system.elf;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.elf.ElfTarget;
import dev.cupel.inventory.elf.LoaderCache;
import dev.cupel.inventory.elf.MalformedElf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the files in `/etc` tell the dynamic loaders: glibc's cache and the directories it was made from, musl's path file.
///
/// @param cache paths by library name, in the cache's order
/// @param configured directories of `ld.so.conf`: glibc's loader never reads them, but a cache that is missing or stale is made
///     from them when the image is next built upon
/// @param muslPaths directories by the name of musl's architecture
record LoaderConfiguration(
        Map<String, List<ImagePath>> cache, List<ImagePath> configured, Map<String, List<ImagePath>> muslPaths, List<ImagePath> files) {
    private static final ImagePath ETC = ImagePath.of("/etc");
    private static final ImagePath CACHE = ETC.child("ld.so.cache");
    private static final ImagePath PRELOAD = ETC.child("ld.so.preload");
    private static final int MOST_BYTES = 16 << 20;

    static LoaderConfiguration read(RootFs root) throws IOException {
        Map<String, List<ImagePath>> muslPaths = new java.util.TreeMap<>();
        List<ImagePath> files = new ArrayList<>(List.of(CACHE, PRELOAD));
        for (Node node : root.children(ETC)) {
            String name = node.path().name();
            if (name.startsWith("ld-musl-") && name.endsWith(".path")) {
                files.add(node.path());
                muslPaths.put(name.substring(8, name.length() - 5), directories(text(root, node.path()), "[:\n]"));
            }
        }
        directories(text(root, PRELOAD), "[:\\s]").forEach(files::add);
        LoaderConfigurationFiles configuration = LoaderConfigurationFiles.read(root);
        files.addAll(configuration.files());
        return new LoaderConfiguration(cache(root), configuration.directories(), muslPaths, List.copyOf(files));
    }

    List<ImagePath> cached(String name) {
        return cache.getOrDefault(name, List.of());
    }

    /// Where a loader for this machine looks when neither the file nor the cache helps it.
    List<ImagePath> directoriesFor(ElfTarget target) {
        Architecture architecture = Architecture.of(target);
        Stream<ImagePath> last = architecture.lastResorts().stream().map(ImagePath::of);
        Stream<ImagePath> musl = muslPaths
                .getOrDefault(architecture.musl(), List.of(ImagePath.of("/lib"), ImagePath.of("/usr/local/lib"), ImagePath.of("/usr/lib")))
                .stream();
        return (muslPaths.isEmpty() ? Stream.of(last, configured.stream(), musl) : Stream.of(musl, last, configured.stream()))
                .flatMap(one -> one)
                .distinct()
                .toList();
    }

    private static Map<String, List<ImagePath>> cache(RootFs root) throws IOException {
        Optional<byte[]> file = root.read(CACHE, MOST_BYTES);
        if (file.isEmpty()) {
            return Map.of();
        }
        try {
            return LoaderCache.read(file.get()).libraries().stream()
                    .collect(Collectors.groupingBy(
                            LoaderCache.Library::name,
                            Collectors.mapping(one -> ImagePath.ROOT.resolve(one.path()), Collectors.toList())));
        } catch (MalformedElf e) {
            return Map.of(); // the loader passes over a cache that it cannot read
        }
    }

    private static String text(RootFs root, ImagePath path) throws IOException {
        return root.read(path, MOST_BYTES).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    }

    private static List<ImagePath> directories(String text, String separators) {
        return Stream.of(text.split(separators))
                .map(String::strip)
                .filter(part -> part.startsWith("/"))
                .map(ImagePath::of)
                .toList();
    }
}
