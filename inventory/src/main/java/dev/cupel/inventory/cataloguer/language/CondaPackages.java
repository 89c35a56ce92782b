package dev.cupel.inventory.cataloguer.language;

import dev.cupel.image.ImagePath;
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
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Packages of conda environments: `conda-meta/NAME-VERSION-BUILD.json` (conda's PrefixRecord), with the files below the folder that
/// `conda-meta` lies in. They are told of last: what pip, npm or a jar say of the same files is known under their own names, by which
/// advisories are found.
public final class CondaPackages implements FileCataloguer {
    private static final int MOST_FILES = 1_000_000;
    private final Documents documents = new Documents();
    private final List<Environment> environments = new ArrayList<>();

    /// @param names ids by name, of this environment alone
    private record Environment(ImagePath home, List<Component> packages, Map<String, String> names, Map<String, List<String>> depends) {}

    @Override
    public boolean wants(Node file) {
        return file.path().name().endsWith(".json") && file.path().parent().name().equals("conda-meta");
    }

    @Override
    public void read(Node file, Scene scene, Collector found) throws IOException {
        Optional<JsonNode> document = documents.read(file, scene, found);
        String name = document.map(one -> Documents.text(one.path("name"))).orElse("");
        String version = document.map(one -> Documents.text(one.path("version"))).orElse("");
        if (document.isEmpty() || name.isEmpty() || version.isEmpty()) {
            return;
        }
        Component component = component(document.get(), name, version, file, scene);
        Environment environment = environment(file.path().parent().parent());
        environment.packages.add(component);
        environment.names.put(name, component.id());
        environment.depends.put(component.id(), depends(document.get()));
    }

    @Override
    public void finish(Scene scene, Collector found) {
        for (Environment one : environments) {
            one.packages.forEach(found::add);
            one.depends.forEach((id, names) ->
                    found.needs(id, names.stream().flatMap(name -> Stream.ofNullable(one.names.get(name))).toList()));
        }
    }

    private Environment environment(ImagePath home) {
        if (environments.isEmpty() || !environments.getLast().home.equals(home)) {
            environments.add(new Environment(home, new ArrayList<>(), new HashMap<>(), new HashMap<>()));
        }
        return environments.getLast();
    }

    private static Component component(JsonNode one, String name, String version, Node file, Scene scene) throws IOException {
        TreeMap<String, String> qualifiers = new TreeMap<>();
        qualifiers.put("build", Documents.text(one.path("build")));
        qualifiers.put("subdir", Documents.text(one.path("subdir")));
        qualifiers.put("channel", channel(Documents.text(one.path("channel"))));
        return new ComponentDraft(Ecosystem.CONDA, name, new PackageUrl("conda", "", name, version, qualifiers), Evidence.of(file.path()))
                .certainty(Certainty.RECORDED)
                .licences(List.of(Documents.text(one.path("license"))))
                .files(holdings(one.path("files"), file.path().parent().parent(), scene))
                .origin(scene.origins().of(file))
                .done();
    }

    /// Its last part; the rest is the address of a server, at times with a token in it.
    private static String channel(String address) {
        List<String> parts = Stream.of(address.split("/")).filter(part -> !part.isEmpty() && !Set.of("noarch").contains(part)).toList();
        return parts.isEmpty() ? "" : parts.getLast();
    }

    private static Holdings holdings(JsonNode files, ImagePath home, Scene scene) {
        TreeSet<ImagePath> paths = new TreeSet<>();
        for (JsonNode one : files) {
            if (!Documents.text(one).isEmpty() && paths.size() < MOST_FILES) {
                paths.add(home.resolve(Documents.text(one)));
            }
        }
        return new Holdings(new FileTree(scene.root()).present(paths), paths.size());
    }

    private static List<String> depends(JsonNode one) {
        List<String> names = new ArrayList<>();
        one.path("depends").forEach(text -> names.add(Documents.text(text).replaceFirst("[\\s<>=!~].*", "")));
        return names;
    }
}
