package dev.cupel.inventory.cataloguer.program;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.FileCataloguer;
import dev.cupel.inventory.cataloguer.Scene;
import dev.cupel.inventory.elf.ElfFile;
import dev.cupel.inventory.elf.ElfReader;
import dev.cupel.inventory.elf.MalformedElf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a component needs because a program or library of it is linked with a library that another component has. Packages whose own
/// records tell what they need are left alone: what they say is more than libraries. Stands behind all other cataloguers.
public final class LinkedLibraries implements FileCataloguer {
    private static final int HEAD = 20;
    private static final int MOST_FILES = 20_000;

    @Override
    public boolean wants(Node file) {
        return false; // the files of components are looked at, when all of these are known
    }

    @Override
    public void read(Node file, Scene scene, Collector found) {}

    @Override
    public void finish(Scene scene, Collector found) throws IOException {
        LibrarySearch search = LibrarySearch.in(scene.root());
        List<Component> components = found.components();
        Map<ImagePath, String> owners = new HashMap<>();
        for (Component one : components) {
            String id = one.id();
            one.files().present().forEach(file -> owners.putIfAbsent(file, id));
        }
        int files = 0;
        for (Component one : components) {
            if (one.ecosystem().isOfSystem() && !one.needs().isEmpty()) {
                continue;
            }
            Set<String> needs = new TreeSet<>(one.needs());
            for (ImagePath file : one.files().present()) {
                if (files < MOST_FILES && mayBeLinked(file, scene)) {
                    files++;
                    linked(file, search, scene, found).forEach(library -> Stream.ofNullable(owners.get(library)).forEach(needs::add));
                }
            }
            needs.remove(one.id());
            if (needs.size() > one.needs().size()) {
                found.needs(one.id(), needs);
            }
        }
    }

    private static boolean mayBeLinked(ImagePath path, Scene scene) {
        return scene.root().at(path)
                .map(scene.root()::contentOf)
                .filter(node -> node.entry().isFile() && (node.entry().isExecutable() || path.name().contains(".so") || path.name().endsWith(".node")))
                .isPresent();
    }

    private static List<ImagePath> linked(ImagePath path, LibrarySearch search, Scene scene, Collector found) throws IOException {
        Node file = scene.root().at(path).orElseThrow();
        if (!ElfReader.looksLikeElf(scene.root().head(file, HEAD))) {
            return List.of();
        }
        try {
            Optional<ByteBuffer> content = scene.content(file, found);
            if (content.isEmpty()) {
                return List.of();
            }
            ElfFile elf = new ElfReader().read(content.get());
            return elf.needed().stream().flatMap(name -> search.find(name, elf, path).stream()).toList();
        } catch (MalformedElf e) {
            return List.of(); // said once already, where all programs are looked at
        }
    }
}
