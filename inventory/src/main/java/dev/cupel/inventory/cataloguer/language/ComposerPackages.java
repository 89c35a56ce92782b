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
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Packages that Composer installed: `vendor/composer/installed.json`, of Composer 1 (a list) and 2 (an object).
public final class ComposerPackages implements FileCataloguer {
    private final Documents documents = new Documents();

    @Override
    public boolean wants(Node file) {
        return file.path().name().equals("installed.json") && file.path().parent().name().equals("composer");
    }

    @Override
    public void read(Node file, Scene scene, Collector found) throws IOException {
        Optional<JsonNode> document = documents.read(file, scene, found);
        if (document.isEmpty()) {
            return;
        }
        JsonNode packages = document.get().isArray() ? document.get() : document.get().path("packages");
        Map<String, String> idByName = new HashMap<>();
        Map<String, List<String>> requires = new HashMap<>();
        for (JsonNode one : packages) {
            String name = Documents.text(one.path("name"));
            String version = Documents.text(one.path("version"));
            if (!name.isEmpty() && !version.isEmpty()) {
                Component component = component(one, name, version, file, scene);
                found.add(component);
                idByName.put(name, component.id());
                requires.put(component.id(), List.copyOf(one.path("require").propertyNames()));
            }
        }
        requires.forEach((id, names) -> found.needs(id, names.stream().flatMap(name -> Stream.ofNullable(idByName.get(name))).toList()));
    }

    private static Component component(JsonNode one, String name, String version, Node file, Scene scene) throws IOException {
        int slash = name.indexOf('/');
        List<String> licences = new ArrayList<>();
        one.path("license").forEach(licence -> licences.add(Documents.text(licence)));
        String place = Documents.text(one.path("install-path"));
        ImagePath folder = place.isEmpty() ? file.path().parent().parent().resolve(name) : file.path().parent().resolve(place);
        return new ComponentDraft(
                        Ecosystem.PHP,
                        name,
                        PackageUrl.of("composer", slash < 0 ? "" : name.substring(0, slash), name.substring(slash + 1), version),
                        Evidence.of(file.path()))
                .certainty(Certainty.RECORDED)
                .licences(licences)
                .files(folder.isRoot() ? Holdings.NONE : Holdings.whole(new FileTree(scene.root()).below(folder)))
                .origin(scene.origins().of(file))
                .done();
    }
}
