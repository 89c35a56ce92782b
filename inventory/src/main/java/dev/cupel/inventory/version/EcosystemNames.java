package dev.cupel.inventory.version;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The names of ecosystems, in lower case.
/// Spec: OSV schema 1.7, "Defined Ecosystems"; package-url, PURL-TYPES.
final class EcosystemNames {
    private static final Map<VersionScheme, List<String>> NAMES = Map.ofEntries(
            Map.entry(VersionScheme.DEB, List.of("debian", "ubuntu", "echo", "deb")),
            Map.entry(
                    VersionScheme.RPM,
                    List.of(
                            "red hat", "redhat", "rhel", "almalinux", "rocky linux", "rockylinux", "suse", "opensuse", "photon os", "mageia", "azure linux",
                            "openeuler", "fedora", "amazon linux", "oracle linux", "rpm")),
            Map.entry(VersionScheme.APK, List.of("alpine", "alpaquita", "bellsoft hardened containers", "chainguard", "minimos", "wolfi", "apk")),
            Map.entry(VersionScheme.MAVEN, List.of("maven")),
            Map.entry(
                    VersionScheme.SEMVER,
                    List.of("npm", "crates.io", "cargo", "hex", "github actions", "swifturl", "swift", "julia", "vscode", "semver")),
            Map.entry(VersionScheme.PYPI, List.of("pypi")),
            Map.entry(VersionScheme.GEM, List.of("rubygems", "gem")),
            Map.entry(VersionScheme.GO, List.of("go", "golang")),
            Map.entry(VersionScheme.NUGET, List.of("nuget")),
            Map.entry(VersionScheme.PACKAGIST, List.of("packagist", "composer", "pear", "pecl")),
            Map.entry(VersionScheme.PUB, List.of("pub")),
            Map.entry(VersionScheme.CRAN, List.of("cran", "bioconductor")),
            Map.entry(VersionScheme.HACKAGE, List.of("hackage", "ghc")),
            Map.entry(VersionScheme.BITNAMI, List.of("bitnami")),
            Map.entry(
                    VersionScheme.GENERIC,
                    List.of("conancenter", "conan", "cpan", "conda", "nix", "linux", "android", "oss-fuzz", "kubernetes", "git", "generic")));

    private EcosystemNames() {}

    static Optional<VersionScheme> schemeOf(String ecosystem) {
        int colon = ecosystem.indexOf(':');
        String name = (colon < 0 ? ecosystem : ecosystem.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
        return NAMES.entrySet().stream()
                .filter(scheme -> scheme.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
