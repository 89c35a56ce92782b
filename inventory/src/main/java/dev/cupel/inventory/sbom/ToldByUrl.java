package dev.cupel.inventory.sbom;

import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.PackageUrl;
import java.util.Arrays;

/// What a package URL tells of a component where nobody tells otherwise.
record ToldByUrl(PackageUrl url) {
    Ecosystem ecosystem() {
        return Arrays.stream(Ecosystem.values()).filter(one -> one.urlType().equals(url.type())).findFirst().orElse(Ecosystem.PROGRAM);
    }

    /// As the ecosystem itself writes it.
    String name() {
        if (url.namespace().isEmpty()) {
            return url.name();
        }
        return switch (ecosystem()) {
            case JAVA -> url.namespace() + ":" + url.name();
            case NODE, GO, PHP -> url.namespace() + "/" + url.name();
            case DEB, APK, RPM, PYTHON, RUST, RUBY, DOTNET, PEAR, PECL, PERL, CONDA, NIX, PROGRAM -> url.name();
        };
    }

    String architecture() {
        return url.qualifiers().getOrDefault("arch", "");
    }

    /// The package that it was built from, as syft writes it: `upstream=name@version`.
    String source() {
        String upstream = url.qualifiers().getOrDefault("upstream", url.name());
        int at = upstream.indexOf('@');
        return at < 0 ? upstream : upstream.substring(0, at);
    }

    String sourceVersion() {
        String upstream = url.qualifiers().getOrDefault("upstream", "");
        int at = upstream.indexOf('@');
        return at < 0 ? url.version() : upstream.substring(at + 1);
    }
}
