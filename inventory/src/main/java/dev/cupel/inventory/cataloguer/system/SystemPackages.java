package dev.cupel.inventory.cataloguer.system;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.catalog.Certainty;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Holdings;
import dev.cupel.inventory.catalog.ModuleLabel;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.Scene;
import dev.cupel.inventory.distribution.Distribution;
import dev.cupel.inventory.packages.OsPackage;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The packages of the operating system as components.
public record SystemPackages(Scene scene, Licences licences) {

    public static SystemPackages of(Scene scene) {
        return new SystemPackages(scene, new Licences(scene.root()));
    }

    public void collect(Collector found) throws IOException {
        PackageOrigins origins = new PackageOrigins(scene);
        IdentityHashMap<OsPackage, String> ids = new IdentityHashMap<>(); // by identity: equality would compare lists of files
        scene.packages().packages().forEach(one -> ids.put(one, Component.id(url(one), Evidence.of(one.evidence()))));
        for (OsPackage one : scene.packages().packages()) {
            SortedSet<String> needs = new TreeSet<>();
            one.depends().forEach(name -> scene.packages().named(name).ifPresent(other -> needs.add(ids.get(other))));
            needs.remove(ids.get(one));
            Component component = draft(one)
                    .origin(origins.of(one, found))
                    .licences(one.licences().isEmpty() ? licences.of(one) : one.licences())
                    .needs(needs)
                    .done();
            found.add(component);
        }
    }

    private ComponentDraft draft(OsPackage one) {
        return new ComponentDraft(ecosystem(one), one.name(), url(one), Evidence.of(one.evidence()))
                .certainty(Certainty.RECORDED)
                .version(one.version())
                .architecture(one.architecture())
                .source(one.source(), one.sourceVersion())
                .publisher(one.publisher())
                .files(holdings(one));
    }

    private static Ecosystem ecosystem(OsPackage one) {
        return Ecosystem.valueOf(one.kind().toUpperCase(Locale.ROOT));
    }

    private PackageUrl url(OsPackage one) {
        Ecosystem ecosystem = ecosystem(one);
        TreeMap<String, String> qualifiers = new TreeMap<>();
        qualifiers.put("arch", one.architecture());
        scene.distribution().ifPresent(it -> qualifiers.put("distro", it.versionId().isEmpty() ? it.id() : it.id() + "-" + it.versionId()));
        boolean sameSource = one.source().equals(one.name()) && one.sourceVersion().equals(one.version());
        qualifiers.put("upstream", sameSource ? "" : upstream(one));
        String version = one.version();
        int colon = version.indexOf(':');
        if (ecosystem == Ecosystem.RPM && colon > 0) {
            qualifiers.put("epoch", version.substring(0, colon)); // where this type of URL has it (purl-spec, rpm)
            version = version.substring(colon + 1);
        }
        PackageUrl url = new PackageUrl(ecosystem.urlType(), scene.distribution().map(SystemPackages::namespace).orElse(""), one.name(), version, qualifiers);
        return ModuleLabel.in(url, one.module());
    }

    /// Some distributions are known by another name than the one they give themselves.
    private static String namespace(Distribution distribution) {
        return distribution.id().equals("rhel") ? "redhat" : distribution.id();
    }

    private static String upstream(OsPackage one) {
        return one.sourceVersion().equals(one.version()) ? one.source() : one.source() + "@" + one.sourceVersion();
    }

    private Holdings holdings(OsPackage one) {
        TreeSet<ImagePath> files = new TreeSet<>();
        for (ImagePath path : one.files()) {
            if (scene.root().at(path).filter(node -> !node.entry().isDirectory()).isPresent()) {
                files.add(path);
            }
        }
        return new Holdings(files, Math.max(files.size(), one.listed()));
    }
}
