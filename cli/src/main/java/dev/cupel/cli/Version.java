package dev.cupel.cli;

import picocli.CommandLine.IVersionProvider;

/// The version from the jar's manifest, and the JDK it runs on.
final class Version implements IVersionProvider {
    /// The number alone; `0.0.0` when run from sources.
    static String number() {
        String own = Version.class.getPackage().getImplementationVersion();
        return own == null ? "0.0.0" : own;
    }

    @Override
    public String[] getVersion() {
        String own = Version.class.getPackage().getImplementationVersion();
        return new String[] {"cupel " + (own == null ? "from sources" : own) + " (Java " + Runtime.version().feature() + ")"};
    }
}
