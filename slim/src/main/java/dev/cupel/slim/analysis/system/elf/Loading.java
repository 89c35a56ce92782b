package dev.cupel.slim.analysis.system.elf;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.inventory.elf.ElfFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One file in the act of being loaded.
///
/// @param inherited directories of the DT_RPATHs of those that caused it to be loaded, nearest first, tokens expanded
record Loading(ElfFile file, ImagePath path, List<ImagePath> inherited) {
    private static final int MOST_STEPS = 5000;

    /// One library that was asked for and the paths that may be loaded for it; none where nothing fits.
    record Step(ImagePath asker, String name, List<ImagePath> found) {
        Step {
            found = List.copyOf(found);
        }
    }

    /// The directories of this file's own DT_RPATH, which count only without a DT_RUNPATH.
    List<ImagePath> rpath() {
        return file.runpath().isEmpty() ? PathTokens.expand(file.rpath(), path.parent(), file.target()) : List.of();
    }

    List<ImagePath> runpath() {
        return PathTokens.expand(file.runpath(), path.parent(), file.target());
    }

    /// What it needs itself. Libraries of libraries are left to be asked about when they are kept, except below a DT_RPATH: that
    /// one holds for the whole chain, and a library alone does not know who loads it.
    List<Step> closure(LibrarySearch search, ElfNodes nodes) throws IOException {
        List<Step> steps = new ArrayList<>();
        Set<ImagePath> seen = new HashSet<>();
        Deque<Loading> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty() && steps.size() < MOST_STEPS) {
            Loading next = open.remove();
            List<ImagePath> chain = next.chain();
            for (String name : next.file.needed()) {
                List<ImagePath> found = search.find(name, next);
                steps.add(new Step(next.path, name, found));
                if (!chain.isEmpty()) {
                    for (ImagePath library : found) {
                        addLibrary(library, chain, search, nodes, seen, open);
                    }
                }
            }
        }
        return steps;
    }

    private List<ImagePath> chain() {
        List<ImagePath> chain = new ArrayList<>(rpath());
        chain.addAll(inherited);
        return chain;
    }

    private static void addLibrary(
            ImagePath library, List<ImagePath> chain, LibrarySearch search, ElfNodes nodes, Set<ImagePath> seen, Deque<Loading> open)
            throws IOException {
        if (search.root().follow(library) instanceof Resolution.Found(var node, var _) && seen.add(node.path())) {
            nodes.read(node).ifPresent(file -> open.add(new Loading(file, node.path(), chain)));
        }
    }
}
