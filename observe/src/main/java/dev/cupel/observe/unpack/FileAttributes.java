package dev.cupel.observe.unpack;

import dev.cupel.image.layer.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which extended attributes of an entry a file on this machine gets.
///
/// @param trusted whether those that only the machine's own root may set are among them
record FileAttributes(boolean trusted) {

    /// Capabilities, access lists and users' own. Labels of another machine's security module mean nothing here, and marks of
    /// overlayfs in a layer would steer the mount: they could show files under names that the layer does not have.
    SortedMap<String, byte[]> of(Entry entry) {
        SortedMap<String, byte[]> kept = new TreeMap<>();
        for (Map.Entry<String, String> one : entry.xattrs().entrySet()) {
            if (isKept(one.getKey())) {
                kept.put(one.getKey(), one.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return kept;
    }

    private boolean isKept(String name) {
        boolean known = name.equals("security.capability")
                || name.startsWith("user.")
                || name.startsWith("system.posix_acl_")
                || (trusted && name.startsWith("trusted."));
        return known && !name.startsWith("trusted.overlay.") && !name.startsWith("user.overlay.");
    }
}
