package dev.cupel.inventory.cataloguer.language;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.Certainty;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Holdings;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.FileCataloguer;
import dev.cupel.inventory.cataloguer.FileTree;
import dev.cupel.inventory.cataloguer.Scene;
import dev.cupel.inventory.python.DistInfo;
import dev.cupel.inventory.python.RecordFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Installed Python distributions: folders `NAME.dist-info` with METADATA and RECORD, and the older `NAME.egg-info`.
public final class PythonPackages implements FileCataloguer {
    private static final int MOST_BYTES = 16 << 20;
    private final Map<String, List<String>> requires = new HashMap<>();
    private final Map<String, String> idByPlace = new HashMap<>();
    private final Map<String, String> idByName = new HashMap<>();

    @Override
    public boolean wants(Node file) {
        String folder = file.path().parent().name();
        return switch (file.path().name()) {
            case "METADATA" -> folder.endsWith(".dist-info");
            case "PKG-INFO" -> folder.endsWith(".egg-info") || folder.equals("EGG-INFO");
            default -> file.path().name().endsWith(".egg-info");
        };
    }

    @Override
    public void read(Node file, Scene scene, Collector found) throws IOException {
        DistInfo info = DistInfo.read(NameBytes.text(scene.root().head(file, MOST_BYTES)));
        if (info.name().isEmpty() || info.version().isEmpty()) {
            found.remark(file.path(), "no name or no version of a Python distribution");
            return;
        }
        String name = DistInfo.normalName(info.name());
        Component component = new ComponentDraft(
                        Ecosystem.PYTHON, info.name(), PackageUrl.of("pypi", "", name, info.version()), Evidence.of(file.path()))
                .certainty(Certainty.RECORDED)
                .licences(info.licences())
                .files(holdings(file.path(), scene))
                .origin(scene.origins().of(file))
                .done();
        found.add(component);
        requires.put(component.id(), info.requires());
        idByPlace.put(site(file.path()) + "/" + name, component.id());
        idByName.putIfAbsent(name, component.id());
    }

    @Override
    public void finish(Scene scene, Collector found) {
        for (Component one : found.components()) {
            if (requires.containsKey(one.id())) {
                String site = site(one.evidence().file()).text();
                found.needs(one.id(), requires.get(one.id()).stream().flatMap(name -> installed(site, name).stream()).toList());
            }
        }
    }

    /// The distribution of the same folder; that of another one where it has none, for an interpreter looks in several.
    private Optional<String> installed(String site, String name) {
        return Optional.ofNullable(idByPlace.get(site + "/" + name)).or(() -> Optional.ofNullable(idByName.get(name)));
    }

    /// The folder that modules are imported from.
    private static ImagePath site(ImagePath metadata) {
        return metadata.name().endsWith(".egg-info") ? metadata.parent() : metadata.parent().parent();
    }

    private static Holdings holdings(ImagePath metadata, Scene scene) throws IOException {
        ImagePath folder = metadata.parent();
        List<ImagePath> listed = new ArrayList<>(listed(folder.child("RECORD"), site(metadata), scene));
        if (listed.isEmpty() && !metadata.name().endsWith(".egg-info")) {
            listed.addAll(listed(folder.child("installed-files.txt"), folder, scene));
        }
        FileTree tree = new FileTree(scene.root());
        if (listed.isEmpty()) {
            return Holdings.whole(topLevel(metadata, scene, tree));
        }
        // What is compiled on first use is listed by some installers; nobody misses it.
        listed.removeIf(path -> path.name().endsWith(".pyc"));
        TreeSet<ImagePath> present = new TreeSet<>(tree.present(listed));
        int gone = (int) listed.stream().distinct().count() - present.size();
        return new Holdings(present, present.size() + gone);
    }

    private static List<ImagePath> listed(ImagePath list, ImagePath base, Scene scene) throws IOException {
        return scene.root().read(list, MOST_BYTES).map(NameBytes::text).map(RecordFile::paths).orElse(List.of()).stream()
                .filter(path -> path.indexOf('\0') < 0)
                .map(base::resolve)
                .toList();
    }

    /// Without a list: the folders and modules of the names that it says it brings.
    private static SortedSet<ImagePath> topLevel(ImagePath metadata, Scene scene, FileTree tree) throws IOException {
        TreeSet<ImagePath> files = new TreeSet<>();
        files.add(metadata);
        if (metadata.name().endsWith(".egg-info")) {
            return files;
        }
        files.addAll(tree.below(metadata.parent()));
        String names = scene.root().read(metadata.parent().child("top_level.txt"), MOST_BYTES).map(NameBytes::text).orElse("");
        for (String name : names.lines().map(String::strip).filter(line -> line.matches("[\\w-]+")).toList()) {
            files.addAll(tree.below(site(metadata).child(name)));
            files.addAll(tree.present(List.of(site(metadata).child(name + ".py"))));
        }
        return files;
    }
}
