package dev.cupel.slim.analysis.system.elf;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.elf.ElfReader;
import dev.cupel.inventory.elf.ElfTarget;
import dev.cupel.slim.analysis.AnalysisContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds libraries in one image as its dynamic loader would.
///
/// @param environment directories of the image's LD_LIBRARY_PATH
/// @param configuration what the loaders' own files say
/// @param names every library of the image by its file name, for those that no search finds
record LibrarySearch(RootFs root, List<ImagePath> environment, LoaderConfiguration configuration, LibrariesByName names) {
    private static final int HEAD = 20;

    static LibrarySearch of(AnalysisContext context) throws IOException {
        List<ImagePath> environment = context.config().variable("LD_LIBRARY_PATH").stream()
                .flatMap(value -> List.of(value.split("[:;]")).stream())
                .filter(directory -> !directory.isEmpty())
                .map(ImagePath.ROOT::resolve)
                .toList();
        return new LibrarySearch(
                context.root(), environment, LoaderConfiguration.read(context.root()), LibrariesByName.of(context.root()));
    }

    /// Files that the loader itself reads.
    List<ImagePath> ownFiles() {
        return configuration.files();
    }

    /// The paths that may be loaded as `name`. A library that no directory has is often one that the process has loaded already,
    /// from a place that only the program knows; then every fitting file of that name is meant.
    List<ImagePath> find(String name, Loading asker) throws IOException {
        List<ImagePath> found = exactly(name, asker);
        return found.isEmpty() && !name.contains("/") ? fitting(names.of(name), asker.file().target()) : found;
    }

    /// The paths that the loader's own search leads to: none, or one with its variants for better processors.
    List<ImagePath> exactly(String name, Loading asker) throws IOException {
        ElfTarget target = asker.file().target();
        if (name.contains("/")) {
            return fitting(PathTokens.expand(List.of(name), asker.path().parent(), target), target);
        }
        for (List<ImagePath> directories : List.of(asker.rpath(), asker.inherited(), environment, asker.runpath())) {
            Optional<List<ImagePath>> found = firstOf(directories, name, target);
            if (found.isPresent()) {
                return found.get();
            }
        }
        List<ImagePath> cached = fitting(configuration.cached(name), target);
        if (!cached.isEmpty()) {
            return withVariants(cached);
        }
        return firstOf(configuration.directoriesFor(target), name, target).orElse(List.of());
    }

    private Optional<List<ImagePath>> firstOf(List<ImagePath> directories, String name, ElfTarget target) throws IOException {
        for (ImagePath directory : directories) {
            List<ImagePath> here = new ArrayList<>(ProcessorVariants.of(root, directory, name));
            here.add(directory.child(name));
            List<ImagePath> fit = fitting(here, target);
            if (!fit.isEmpty()) {
                return Optional.of(fit);
            }
        }
        return Optional.empty();
    }

    private List<ImagePath> withVariants(List<ImagePath> found) {
        List<ImagePath> all = new ArrayList<>(found);
        found.forEach(path -> all.addAll(ProcessorVariants.of(root, path.parent(), path.name())));
        return all.stream().distinct().toList();
    }

    /// Those that exist and are made for the same machine: the loader passes over the others.
    private List<ImagePath> fitting(List<ImagePath> candidates, ElfTarget target) throws IOException {
        List<ImagePath> fit = new ArrayList<>();
        for (ImagePath path : candidates) {
            if (root.follow(path) instanceof Resolution.Found(Node node, var _) && isFor(root.contentOf(node), target)) {
                fit.add(path);
            }
        }
        return fit;
    }

    private boolean isFor(Node node, ElfTarget target) throws IOException {
        if (!node.entry().isFile()) {
            return false;
        }
        byte[] head = root.head(node, HEAD);
        if (head.length < HEAD || !ElfReader.looksLikeElf(head)) {
            return false;
        }
        boolean bigEndian = head[5] == 2;
        int machine = bigEndian ? (head[18] & 0xff) << 8 | (head[19] & 0xff) : (head[19] & 0xff) << 8 | (head[18] & 0xff);
        return new ElfTarget(head[4] == 2 ? 64 : 32, bigEndian, machine).equals(target);
    }
}
