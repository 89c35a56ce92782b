package dev.cupel.inventory.version;

import dev.cupel.inventory.catalog.Ecosystem;
import java.util.Comparator;
import java.util.Optional;

/// A way to write and to order versions.
public enum VersionScheme {
    DEB,
    RPM,
    APK,
    MAVEN,
    /// npm, crates.io, Hex, ranges of type SEMVER in OSV, GitHub Actions.
    SEMVER,
    PYPI,
    GEM,
    GO,
    NUGET,
    PACKAGIST,
    PUB,
    CRAN,
    HACKAGE,
    BITNAMI,
    /// Anything else: as a person would order them, with low confidence.
    GENERIC;

    /// No version is that long; more is an attack on time or memory.
    private static final int MAX_CHARACTERS = 1024;

    /// Reads a version; blanks around it do not count. Empty if nothing can be made of it at all: no text, or more than 1,024 characters.
    public Optional<Version> parse(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        String trimmed = text.strip();
        return trimmed.isEmpty() ? Optional.empty() : Optional.of(new ReadVersion(this, trimmed, read(trimmed)));
    }

    /// Orders texts; those that nothing can be made of stand before all others.
    public Comparator<String> order() {
        return Comparator.comparing(this::parse, (one, other) -> one.isPresent() && other.isPresent()
                ? one.get().compareTo(other.get())
                : Boolean.compare(one.isPresent(), other.isPresent()));
    }

    /// The scheme of an ecosystem by its name in OSV records (what stands behind a colon, the release, does not count) or by its type in package
    /// URLs, whatever its case; empty for a name nobody knows.
    public static Optional<VersionScheme> of(String ecosystem) {
        return EcosystemNames.schemeOf(ecosystem);
    }

    /// The scheme of what is catalogued as this.
    public static VersionScheme of(Ecosystem ecosystem) {
        return switch (ecosystem) {
            case DEB -> DEB;
            case APK -> APK;
            case RPM -> RPM;
            case PYTHON -> PYPI;
            case NODE, RUST -> SEMVER;
            case JAVA -> MAVEN;
            case GO -> GO;
            case RUBY -> GEM;
            case PHP, PEAR, PECL -> PACKAGIST;
            case DOTNET -> NUGET;
            case PERL, CONDA, NIX, PROGRAM -> GENERIC;
        };
    }

    private Key read(String text) {
        return switch (this) {
            case DEB -> DebVersions.read(text);
            case RPM -> RpmVersions.read(text);
            case APK -> ApkVersions.read(text);
            case MAVEN -> MavenKey.read(text);
            case SEMVER -> SemanticVersions.read(text);
            case PYPI -> PythonVersions.read(text);
            case GEM -> GemVersions.read(text);
            case GO -> SemanticVersions.readGo(text);
            case NUGET -> SemanticVersions.readNuget(text);
            case PACKAGIST -> PackagistKey.read(text);
            case PUB -> SemanticVersions.readPub(text);
            case CRAN -> DottedVersions.readCran(text);
            case HACKAGE -> DottedVersions.readHackage(text);
            case BITNAMI -> SemanticVersions.readBitnami(text);
            case GENERIC -> NaturalVersions.read(text);
        };
    }
}
