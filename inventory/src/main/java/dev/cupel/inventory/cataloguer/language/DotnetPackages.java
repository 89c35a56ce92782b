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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What an application of .NET was built with: its `NAME.deps.json` (runtime/docs/design/features/runtime-configuration-file.md).
/// A file of a package lies beside it by its last name.
public final class DotnetPackages implements FileCataloguer {
    private static final Set<String> KINDS_OF_FILES = Set.of("runtime", "native", "resources", "runtimeTargets");
    private final Documents documents = new Documents();

    @Override
    public boolean wants(Node file) {
        return file.path().name().endsWith(".deps.json");
    }

    @Override
    public void read(Node file, Scene scene, Collector found) throws IOException {
        Optional<JsonNode> document = documents.read(file, scene, found);
        if (document.isEmpty()) {
            return;
        }
        JsonNode target = document.get().path("targets").path(Documents.text(document.get().path("runtimeTarget").path("name")));
        Map<String, String> idByName = new HashMap<>();
        for (Map.Entry<String, JsonNode> library : document.get().path("libraries").properties()) {
            int slash = library.getKey().lastIndexOf('/');
            if (slash > 0) {
                Component component = component(library, slash, target.path(library.getKey()), file, scene);
                found.add(component);
                idByName.put(library.getKey(), component.id());
            }
        }
        idByName.forEach((key, id) -> found.needs(id, needs(target.path(key).path("dependencies"), idByName)));
    }

    private static Set<String> needs(JsonNode dependencies, Map<String, String> idByName) {
        Set<String> ids = new TreeSet<>();
        dependencies.properties().forEach(one -> {
            String id = idByName.get(one.getKey() + "/" + Documents.text(one.getValue()));
            if (id != null) {
                ids.add(id);
            }
        });
        return ids;
    }

    private static Component component(Map.Entry<String, JsonNode> library, int slash, JsonNode built, Node file, Scene scene) throws IOException {
        String name = library.getKey().substring(0, slash);
        Set<ImagePath> files = new TreeSet<>();
        for (String kind : KINDS_OF_FILES) {
            built.path(kind).propertyNames().stream()
                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                    .filter(last -> !last.isEmpty() && last.indexOf('\0') < 0 && !last.equals("."))
                    .forEach(last -> files.add(file.path().parent().resolve(last)));
        }
        FileTree tree = new FileTree(scene.root());
        Set<ImagePath> present = tree.present(files);
        return new ComponentDraft(
                        Ecosystem.DOTNET, name, PackageUrl.of("nuget", "", name, library.getKey().substring(slash + 1)), Evidence.of(file.path()))
                .certainty(Documents.text(library.getValue().path("type")).equals("package") ? Certainty.RECORDED : Certainty.FOUND)
                .files(new Holdings(new TreeSet<>(present), Math.max(present.size(), files.size())))
                .origin(scene.origins().of(file))
                .done();
    }
}
