package dev.cupel.inventory.cataloguer.program;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.elf.ElfFile;
import dev.cupel.inventory.elf.LoaderCache;
import dev.cupel.inventory.elf.MalformedElf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where the dynamic loader finds a library: the file's own directories, then the loader's cache, then the usual directories
/// (ld.so(8)). What a process's environment would add is not known here.
///
/// @param cached path by name
record LibrarySearch(RootFs root, Map<String, ImagePath> cached) {
    private static final ImagePath CACHE = ImagePath.of("/etc/ld.so.cache");
    private static final int MOST_BYTES = 16 << 20;
    private static final List<ImagePath> USUAL = List.of(
            ImagePath.of("/lib"),
            ImagePath.of("/usr/lib"),
            ImagePath.of("/usr/local/lib"),
            ImagePath.of("/lib64"),
            ImagePath.of("/usr/lib64"),
            ImagePath.of("/lib/x86_64-linux-gnu"),
            ImagePath.of("/usr/lib/x86_64-linux-gnu"),
            ImagePath.of("/lib/aarch64-linux-gnu"),
            ImagePath.of("/usr/lib/aarch64-linux-gnu"));

    static LibrarySearch in(RootFs root) throws IOException {
        Map<String, ImagePath> cached = new HashMap<>();
        Optional<byte[]> cache = root.read(CACHE, MOST_BYTES);
        if (cache.isPresent()) {
            try {
                LoaderCache.read(cache.get()).libraries().forEach(one -> cached.putIfAbsent(one.name(), ImagePath.of(one.path())));
            } catch (MalformedElf e) {
                cached.clear(); // the loader does not believe it either
            }
        }
        return new LibrarySearch(root, cached);
    }

    /// The library itself and the links that lead to it: one package may have the file, another one the link.
    Set<ImagePath> find(String name, ElfFile asking, ImagePath at) {
        List<ImagePath> candidates = new ArrayList<>();
        if (name.contains("/")) {
            candidates.add(at.parent().resolve(name));
        } else {
            (asking.runpath().isEmpty() ? asking.rpath() : asking.runpath()).forEach(folder -> candidates.add(at.parent().resolve(expanded(folder, at)).resolve(name)));
            Stream.ofNullable(cached.get(name)).forEach(candidates::add);
            USUAL.forEach(folder -> candidates.add(folder.resolve(name)));
        }
        for (ImagePath one : candidates) {
            if (root.follow(one) instanceof Resolution.Found(Node node, var links) && !node.entry().isDirectory()) {
                Set<ImagePath> found = new LinkedHashSet<>(List.of(node.path()));
                links.stream().map(Node::path).filter(link -> link.name().contains(".so")).forEach(found::add); // `/lib` is anybody's
                return found;
            }
        }
        return Set.of();
    }

    private static String expanded(String folder, ImagePath at) {
        return folder.replace("${ORIGIN}", at.parent().text()).replace("$ORIGIN", at.parent().text());
    }
}
