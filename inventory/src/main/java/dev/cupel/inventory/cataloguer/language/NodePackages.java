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
import dev.cupel.inventory.node.MalformedPackageJson;
import dev.cupel.inventory.node.PackageJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Installed packages of Node.js: a `package.json` right in a folder of `node_modules`, or beside one (the application). Others are
/// fixtures and parts of packages, which nobody installed.
public final class NodePackages implements FileCataloguer {
    private static final int MOST_BYTES = 16 << 20;
    private static final String MODULES = "node_modules";
    private final Map<ImagePath, String> idByFolder = new HashMap<>();
    private final Map<String, Set<String>> wanted = new HashMap<>();

    @Override
    public boolean wants(Node file) {
        return file.path().name().equals("package.json");
    }

    @Override
    public void read(Node file, Scene scene, Collector found) throws IOException {
        ImagePath folder = file.path().parent();
        boolean installed = isInstalled(folder);
        boolean application = !installed && !folder.components().contains(MODULES) && scene.root().at(folder.child(MODULES)).isPresent();
        if (!installed && !application) {
            return;
        }
        PackageJson json;
        try {
            json = PackageJson.read(scene.root().head(file, MOST_BYTES));
        } catch (MalformedPackageJson e) {
            found.remark(file.path(), "no package.json: " + e.getMessage());
            return;
        }
        if (json.name().isEmpty() || json.version().isEmpty()) {
            return; // a folder of modules that is no package, such as `dist/esm` with `{"type":"module"}`
        }
        Component component = new ComponentDraft(Ecosystem.NODE, json.name(), url(json), Evidence.of(file.path()))
                .certainty(installed ? Certainty.RECORDED : Certainty.FOUND)
                .licences(json.licences())
                .files(installed ? Holdings.whole(new FileTree(scene.root()).below(folder, path -> path.name().equals(MODULES))) : Holdings.NONE)
                .origin(scene.origins().of(file))
                .done();
        found.add(component);
        idByFolder.put(folder, component.id());
        Set<String> names = new TreeSet<>(json.dependencies());
        names.addAll(json.optional());
        wanted.put(component.id(), names);
    }

    @Override
    public void finish(Scene scene, Collector found) {
        for (Component one : found.components()) {
            List<String> ids = new ArrayList<>();
            for (String name : wanted.getOrDefault(one.id(), Set.of())) {
                resolve(one.evidence().file().parent(), name, ids);
            }
            if (wanted.containsKey(one.id())) {
                found.needs(one.id(), ids);
            }
        }
    }

    /// As Node.js looks for it: in `node_modules` of this folder and of all above.
    private void resolve(ImagePath from, String name, List<String> ids) {
        for (ImagePath at = from; ; at = at.parent()) {
            String id = idByFolder.get(at.child(MODULES).resolve(name));
            if (id != null || at.isRoot()) {
                if (id != null) {
                    ids.add(id);
                }
                return;
            }
        }
    }

    private static boolean isInstalled(ImagePath folder) {
        ImagePath parent = folder.parent();
        return parent.name().equals(MODULES) || (parent.name().startsWith("@") && parent.parent().name().equals(MODULES));
    }

    private static PackageUrl url(PackageJson json) {
        int slash = json.name().indexOf('/');
        return slash < 0
                ? PackageUrl.of("npm", "", json.name(), json.version())
                : PackageUrl.of("npm", json.name().substring(0, slash), json.name().substring(slash + 1), json.version());
    }
}
