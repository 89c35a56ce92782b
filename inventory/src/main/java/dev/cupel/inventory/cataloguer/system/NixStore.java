package dev.cupel.inventory.cataloguer.system;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.Certainty;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Holdings;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.FileCataloguer;
import dev.cupel.inventory.cataloguer.FileTree;
import dev.cupel.inventory.cataloguer.Scene;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Nix built: the folders (and single files) of `/nix/store`, told by their names, since images rarely have Nix's database.
/// They are told of last: what pip, npm or a jar say of the same files is known under their own names, by which advisories are found.
public final class NixStore implements FileCataloguer {
    private static final ImagePath STORE = ImagePath.of("/nix/store");

    /// Nix's own base 32, 160 bits; then what builtins.parseDrvName splits: the version begins at the first dash that no letter follows.
    private static final Pattern NAME = Pattern.compile("([0-9a-df-np-sv-z]{32})-(.{1,200}?)-([^a-zA-Z].{0,200})");

    /// The outputs that Nixpkgs has beside `out` (Nixpkgs manual, "Multiple-output packages").
    private static final Pattern OUTPUT = Pattern.compile("(.+)-(bin|dev|lib|man|doc|devdoc|devman|info|debug|static|dist|terminfo|py|env)");

    @Override
    public boolean wants(Node file) {
        return false; // names tell enough
    }

    @Override
    public void read(Node file, Scene scene, Collector found) {}

    @Override
    public void finish(Scene scene, Collector found) throws IOException {
        for (Node one : scene.root().children(STORE)) {
            Matcher name = NAME.matcher(one.path().name());
            if (name.matches() && !one.path().name().endsWith(".drv")) {
                add(one, name, scene, found);
            }
        }
    }

    private static void add(Node one, Matcher name, Scene scene, Collector found) throws IOException {
        Matcher output = OUTPUT.matcher(name.group(3));
        boolean split = output.matches();
        TreeMap<String, String> qualifiers = new TreeMap<>();
        qualifiers.put("outputhash", name.group(1));
        qualifiers.put("output", split ? output.group(2) : "");
        String version = split ? output.group(1) : name.group(3);
        FileTree tree = new FileTree(scene.root());
        SortedSet<ImagePath> files = one.entry().isDirectory() ? tree.below(one.path()) : new TreeSet<>(List.of(one.path()));
        Optional<Node> first = files.stream().findFirst().flatMap(scene.root()::at);
        if (first.isPresent()) {
            found.add(new ComponentDraft(
                            Ecosystem.NIX, name.group(2), new PackageUrl("nix", "", name.group(2), version, qualifiers), Evidence.of(one.path()))
                    .certainty(Certainty.RECORDED)
                    .files(Holdings.whole(files))
                    .origin(scene.origins().of(first.get()))
                    .done());
        }
    }
}
