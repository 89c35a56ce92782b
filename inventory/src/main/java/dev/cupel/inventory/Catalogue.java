package dev.cupel.inventory;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.cataloguer.Bookkeeping;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.FileCataloguer;
import dev.cupel.inventory.cataloguer.Origins;
import dev.cupel.inventory.cataloguer.Scene;
import dev.cupel.inventory.cataloguer.facts.Certificates;
import dev.cupel.inventory.cataloguer.facts.Jobs;
import dev.cupel.inventory.cataloguer.facts.Secrets;
import dev.cupel.inventory.cataloguer.facts.Services;
import dev.cupel.inventory.cataloguer.system.Accounts;
import dev.cupel.inventory.cataloguer.system.SpecialFiles;
import dev.cupel.inventory.cataloguer.system.SystemPackages;
import dev.cupel.inventory.cataloguer.system.Tools;
import dev.cupel.inventory.distribution.Distribution;
import dev.cupel.inventory.facts.SystemFacts;
import dev.cupel.inventory.packages.InstalledPackages;
import dev.cupel.inventory.packages.MalformedPackageDatabase;
import dev.cupel.inventory.packages.OsPackage;
import dev.cupel.inventory.packages.ThirdParty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out what is in an image: asks the operating system's database first, then shows every file that it does not own to the
/// cataloguers, once; and those of packages that are not the distribution's, for nobody else tells what such packages bring along. What
/// the distribution's own packages bring along is listed apart.
public final class Catalogue {
    private final List<FileCataloguer> cataloguers;
    private final Collector found = new Collector();
    private final List<FileCataloguer> cataloguersOfBundled = Cataloguers.ofBundled();
    private final Collector bundled = new Collector();
    private final List<ImagePath> candidates = new ArrayList<>();

    /// Files of packages that are not the distribution's.
    private final Set<ImagePath> foreign = new HashSet<>();

    private Catalogue(List<FileCataloguer> cataloguers) {
        this.cataloguers = cataloguers;
    }

    /// The inventory of an image. What is broken in it becomes a remark of the inventory.
    public static Inventory of(OpenedImage image) throws IOException {
        return new Catalogue(Cataloguers.fresh()).take(image);
    }

    private Inventory take(OpenedImage image) throws IOException {
        RootFs root = image.root();
        Optional<Distribution> distribution = Distribution.of(root);
        Scene scene = new Scene(image, packages(root), distribution, new Origins(image));
        SystemPackages.of(scene).collect(found);
        setForeignApart(scene);
        SpecialFiles special = new SpecialFiles();
        Tools tools = new Tools(root);
        Certificates certificates = new Certificates(root, path -> scene.packages().ownerOf(path).isPresent());
        for (Node node : (Iterable<Node>) root.walk()::iterator) {
            Entry content = root.contentOf(node).entry();
            special.look(node, content);
            tools.look(node);
            if (content.isFile()) {
                certificates.look(node);
                show(node, scene);
            }
        }
        for (FileCataloguer one : cataloguers) {
            one.finish(scene, found);
        }
        SystemFacts facts = new SystemFacts(
                special.found(),
                Accounts.in(root),
                tools.found(),
                certificates.found(),
                new Secrets(image, found).find(),
                new Jobs(root).find(),
                new Services(root).find());
        List<Component> components = found.components();
        return new Inventory(
                distribution,
                components,
                bundled.components(),
                candidates.stream().filter(path -> !found.owns(path)).toList(),
                components.stream().map(one -> one.ecosystem()).anyMatch(Ecosystem::isOfSystem),
                facts,
                found.remarks());
    }

    private void setForeignApart(Scene scene) {
        Collection<OsPackage> installed = scene.packages().packages();
        ThirdParty makers = ThirdParty.in(scene.distribution(), installed.stream().map(OsPackage::publisher).toList());
        for (OsPackage one : installed) {
            if (makers.maker(one.name(), one.version(), one.publisher()).isPresent()) {
                foreign.addAll(one.files());
            }
        }
    }

    private InstalledPackages packages(RootFs root) throws IOException {
        try {
            return InstalledPackages.in(root);
        } catch (MalformedPackageDatabase e) {
            found.remark(ImagePath.ROOT, "the package database cannot be read: " + e.getMessage());
            return InstalledPackages.none();
        }
    }

    private void show(Node file, Scene scene) throws IOException {
        if (scene.packages().ownerOf(file.path()).isPresent() && !foreign.contains(file.path())) {
            show(file, cataloguersOfBundled, scene, bundled);
        }
        if ((found.owns(file.path()) && !foreign.contains(file.path())) || Bookkeeping.has(file.path())) {
            return;
        }
        candidates.add(file.path());
        show(file, cataloguers, scene, found);
    }

    private static void show(Node file, List<FileCataloguer> cataloguers, Scene scene, Collector found) throws IOException {
        for (FileCataloguer one : cataloguers) {
            if (one.wants(file)) {
                one.read(file, scene, found);
            }
        }
    }
}
