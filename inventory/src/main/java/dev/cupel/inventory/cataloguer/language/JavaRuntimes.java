package dev.cupel.inventory.cataloguer.language;

import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.Node;
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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Java runtimes by the file `release` in their home, as `jlink` and the JDK's build write it.
public final class JavaRuntimes implements FileCataloguer {
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern LINE = Pattern.compile("(?m)^([A-Z_]+)=\"?([^\"\\n]*)\"?$");

    @Override
    public boolean wants(Node file) {
        return file.path().name().equals("release") && file.entry().sizeBytes() < MOST_BYTES && !file.path().parent().isRoot();
    }

    @Override
    public void read(Node file, Scene scene, Collector found) throws IOException {
        Map<String, String> values = new TreeMap<>();
        LINE.matcher(NameBytes.text(scene.root().head(file, MOST_BYTES))).results().forEach(one -> values.put(one.group(1), one.group(2)));
        String version = values.getOrDefault("JAVA_RUNTIME_VERSION", values.getOrDefault("JAVA_VERSION", ""));
        if (version.isEmpty() || !values.containsKey("JAVA_VERSION")) {
            return; // other things are called "release", too
        }
        String vendor = values.getOrDefault("IMPLEMENTOR", "").toLowerCase(Locale.ROOT);
        String name = scene.root().at(file.path().parent().child("bin").child("javac")).isPresent() ? "jdk" : "jre";
        found.add(new ComponentDraft(
                        Ecosystem.PROGRAM,
                        name,
                        PackageUrl.of("generic", vendor.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""), name, version),
                        Evidence.of(file.path()))
                .files(Holdings.whole(new FileTree(scene.root()).below(file.path().parent())))
                .origin(scene.origins().of(file))
                .done());
    }
}
