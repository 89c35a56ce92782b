package dev.cupel.inventory.catalog;

/// Where a piece of software comes from, which decides how its names and versions are written and compared.
public enum Ecosystem {
    DEB("deb"),
    APK("apk"),
    RPM("rpm"),
    PYTHON("pypi"),
    NODE("npm"),
    JAVA("maven"),
    GO("golang"),
    RUST("cargo"),
    RUBY("gem"),
    PHP("composer"),
    /// PHP's PEAR, and its extensions from PECL.
    PEAR("pear"),
    PECL("pecl"),
    PERL("cpan"),
    CONDA("conda"),
    NIX("nix"),
    DOTNET("nuget"),
    /// A program that tells its name and version only by its own bytes.
    PROGRAM("generic");

    private final String urlType;

    Ecosystem(String urlType) {
        this.urlType = urlType;
    }

    /// The type in its package URLs.
    public String urlType() {
        return urlType;
    }

    /// Whether the operating system's package manager installs it.
    public boolean isOfSystem() {
        return this == DEB || this == APK || this == RPM;
    }
}
