package dev.cupel.inventory.packages;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/// Which packages an older state of a database file names: those that a lower layer of an image has.
public final class PackageHistory {
    private PackageHistory() {}

    /// The [OsPackage#identity]s in the content of the database file `path`.
    public static Set<String> identities(ImagePath path, byte[] content) throws MalformedPackageDatabase {
        Set<String> found = new HashSet<>();
        if (ApkInstalled.PLACES.contains(path)) {
            ApkInstalled.read(NameBytes.text(content), path).forEach(one -> found.add(one.identity()));
            return found;
        }
        if (path.equals(ChiselManifest.PLACE)) {
            ChiselManifest.read(content, path).forEach(one -> found.add(one.identity()));
            return found;
        }
        if (RpmPackages.isDatabase(path)) {
            RpmPackages.read(ByteBuffer.wrap(content), ByteBuffer.allocate(0), path).forEach(one -> found.add(one.identity()));
            return found;
        }
        for (ControlStanza stanza : ControlFile.read(NameBytes.text(content))) {
            if (stanza.isInstalled()) {
                found.add(OsPackage.identity(text(stanza, "package"), text(stanza, "architecture"), text(stanza, "version")));
            }
        }
        return found;
    }

    private static String text(ControlStanza stanza, String field) {
        return stanza.field(field).orElse("");
    }
}
