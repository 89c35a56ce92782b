package dev.cupel.slim.option;

import dev.cupel.image.Quoted;

/// One `--keep`: what the user wants to find in the slim image whatever the run showed.
public sealed interface KeepOption {
    /// A path or glob, with all that lies below it.
    record Paths(PathPattern pattern) implements KeepOption {}

    /// An installed package of the operating system, whole.
    record WholePackage(String name) implements KeepOption {}

    /// A program found over the image's PATH, with all that it needs.
    record Program(String name) implements KeepOption {}

    /// A shell and the small tools that go with it.
    record Shell() implements KeepOption {}

    /// The certificates of the distribution.
    record Certificates() implements KeepOption {}

    /// All time zones.
    record TimeZones() implements KeepOption {}

    /// Reads `PATH`, a glob, `pkg:NAME`, `exe:NAME`, `shell`, `certs` or `tz`; anything else is an [IllegalArgumentException].
    static KeepOption parse(String text) {
        return switch (text) {
            case "shell" -> new Shell();
            case "certs" -> new Certificates();
            case "tz" -> new TimeZones();
            default -> named(text);
        };
    }

    private static KeepOption named(String text) {
        if (text.startsWith("/")) {
            return new Paths(PathPattern.parse(text));
        }
        String name = text.substring(text.indexOf(':') + 1);
        if (text.startsWith("pkg:") && !name.isEmpty()) {
            return new WholePackage(name);
        }
        if (text.startsWith("exe:") && !name.isEmpty()) {
            return new Program(name);
        }
        throw new IllegalArgumentException(Quoted.of(text)
                + " cannot be kept; write a path such as /etc/app, a glob, pkg:NAME, exe:NAME, shell, certs or tz");
    }
}
