package dev.cupel.cli;

import picocli.CommandLine.IVersionProvider;

/// The version from the jar's manifest, and the JDK it runs on.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String own = Version.class.getPackage().getImplementationVersion();
        return new String[] {"cupel " + (own == null ? "from sources" : own) + " (Java " + Runtime.version().feature() + ")"};
    }
}
