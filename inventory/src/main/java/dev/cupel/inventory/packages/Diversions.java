package dev.cupel.inventory.packages;

import dev.cupel.image.ImagePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// dpkg's diversions: the file that every package but one lists as `from` lies at `to` (dpkg-divert(1)).
record Diversions(Map<ImagePath, Diversion> byPath) {
    /// @param owner the package that keeps the plain name; empty for a local diversion, which no package escapes
    record Diversion(ImagePath to, String owner) {}

    /// Reads `/var/lib/dpkg/diversions`: lines by three, of path, new path and package (`:` for none).
    static Diversions read(String text) {
        List<String> lines = text.lines().toList();
        Map<ImagePath, Diversion> found = new HashMap<>();
        for (int i = 0; i + 2 < lines.size(); i += 3) {
            String owner = lines.get(i + 2).equals(":") ? "" : lines.get(i + 2);
            found.put(ImagePath.of(lines.get(i)), new Diversion(ImagePath.of(lines.get(i + 1)), owner));
        }
        return new Diversions(found);
    }

    /// Where the file that `name` lists as `path` lies.
    ImagePath place(ImagePath path, String name) {
        Diversion diversion = byPath.get(path);
        return diversion == null || diversion.owner.equals(name) ? path : diversion.to;
    }
}
