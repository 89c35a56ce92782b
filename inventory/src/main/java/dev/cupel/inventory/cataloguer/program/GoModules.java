package dev.cupel.inventory.cataloguer.program;

import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Holdings;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.Scene;
import dev.cupel.inventory.elf.GoBuildInfo;
import dev.cupel.inventory.elf.GoBuildInfo.Module;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The modules in a program made by Go, and Go's standard library, which is in each.
final class GoModules {
    private static final int LONGEST_FLAGS = 8192;
    private static final Pattern STAMPED = Pattern.compile("-X[= ]\\S*?[vV]ersion=(v?\\d+\\.\\d+[\\w.+-]*)");

    void collect(GoBuildInfo go, Node file, Scene scene, Collector found) throws IOException {
        TreeSet<String> parts = new TreeSet<>();
        Component library = component("stdlib", go.go().replaceFirst("^go", ""), file, scene).done();
        found.add(library);
        parts.add(library.id());
        for (Module one : go.modules()) {
            if (!one.path().isEmpty()) {
                Component part = component(one.path(), one.version(), file, scene).done();
                found.add(part);
                parts.add(part.id());
            }
        }
        String path = go.main().map(Module::path).filter(text -> !text.isEmpty()).orElse(go.path());
        if (!path.isEmpty()) {
            Component main = component(path, version(go), file, scene)
                    .files(Holdings.whole(new TreeSet<>(List.of(file.path()))))
                    .digest(Optional.of(scene.root().digest(file)))
                    .done();
            found.add(main);
            found.needs(main.id(), parts);
        }
    }

    /// Programs built from a checkout say `(devel)`; their linker flags or the revision often know better.
    private static String version(GoBuildInfo go) {
        String version = go.main().map(Module::version).orElse("");
        if (!version.isEmpty() && !version.equals("(devel)")) {
            return version;
        }
        String flags = go.settings().getOrDefault("-ldflags", "");
        Matcher stamped = STAMPED.matcher(flags.substring(0, Math.min(flags.length(), LONGEST_FLAGS)));
        if (stamped.find()) {
            return stamped.group(1);
        }
        return pseudoVersion(go.settings().getOrDefault("vcs.time", ""), go.settings().getOrDefault("vcs.revision", ""));
    }

    /// As Go names a commit without a tag (go.dev/ref/mod, "Pseudo-versions").
    private static String pseudoVersion(String time, String revision) {
        String stamp = time.replaceAll("[^0-9]", "");
        return stamp.length() >= 14 && revision.length() >= 12 ? "v0.0.0-" + stamp.substring(0, 14) + "-" + revision.substring(0, 12) : "";
    }

    private static ComponentDraft component(String path, String version, Node file, Scene scene) throws IOException {
        int slash = path.lastIndexOf('/');
        PackageUrl url = PackageUrl.of(
                "golang", slash < 0 ? "" : path.substring(0, slash).toLowerCase(Locale.ROOT), path.substring(slash + 1).toLowerCase(Locale.ROOT), version);
        return new ComponentDraft(Ecosystem.GO, path, url, Evidence.of(file.path())).origin(scene.origins().of(file));
    }
}
