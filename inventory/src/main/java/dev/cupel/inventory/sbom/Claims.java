package dev.cupel.inventory.sbom;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.catalog.Certainty;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.MalformedPackageUrl;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.distribution.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects what a document claims, by the references that it uses itself.
final class Claims {
    private final ImagePath place;
    private final Map<String, Component> components = new LinkedHashMap<>();
    private final Map<String, List<String>> needs = new LinkedHashMap<>();
    private Optional<Distribution> distribution = Optional.empty();
    private int withoutUrl;

    Claims(ImagePath place) {
        this.place = place;
    }

    void component(String reference, String url, String version, List<String> licences) {
        try {
            PackageUrl parsed = PackageUrl.parse(url);
            Ecosystem ecosystem = ecosystem(parsed.type());
            String source = parsed.qualifiers().getOrDefault("upstream", parsed.name());
            int at = source.indexOf('@');
            ComponentDraft draft = new ComponentDraft(ecosystem, name(parsed, ecosystem), parsed, new Evidence(place, reference))
                    .certainty(Certainty.CLAIMED)
                    .architecture(parsed.qualifiers().getOrDefault("arch", ""))
                    .licences(licences)
                    .version(version.isEmpty() ? parsed.version() : version)
                    .source(at < 0 ? source : source.substring(0, at), at < 0 ? parsed.version() : source.substring(at + 1));
            components.put(reference, draft.done());
        } catch (MalformedPackageUrl e) {
            withoutUrl++;
        }
    }

    void needs(String reference, String other) {
        needs.computeIfAbsent(reference, _ -> new ArrayList<>()).add(other);
    }

    void distribution(Distribution it) {
        distribution = Optional.of(it);
    }

    Map<String, Component> components() {
        return components;
    }

    Map<String, List<String>> needs() {
        return needs;
    }

    Optional<Distribution> distribution() {
        return distribution;
    }

    int withoutUrl() {
        return withoutUrl;
    }

    private static Ecosystem ecosystem(String type) {
        return Arrays.stream(Ecosystem.values()).filter(one -> one.urlType().equals(type)).findFirst().orElse(Ecosystem.PROGRAM);
    }

    /// As the ecosystem itself writes it.
    private static String name(PackageUrl url, Ecosystem ecosystem) {
        if (url.namespace().isEmpty()) {
            return url.name();
        }
        return switch (ecosystem) {
            case JAVA -> url.namespace() + ":" + url.name();
            case NODE, GO, PHP -> url.namespace() + "/" + url.name();
            case DEB, APK, RPM, PYTHON, RUST, RUBY, DOTNET, PEAR, PECL, PERL, CONDA, NIX, PROGRAM -> url.name();
        };
    }
}
