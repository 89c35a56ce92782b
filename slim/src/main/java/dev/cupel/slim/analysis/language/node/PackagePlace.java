package dev.cupel.slim.analysis.language.node;

import dev.cupel.image.ImagePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The folder of the installed package that a path lies in, told from the path alone: the innermost `node_modules/NAME` or
/// `node_modules/@SCOPE/NAME`, or a folder of those that Debian's packages fill.
record PackagePlace(ImagePath folder) {
    private static final Set<String> SHELVES = Set.of("node_modules", "nodejs");

    /// Empty for files that belong to no installed package.
    static Optional<PackagePlace> of(ImagePath path) {
        List<String> parts = path.components();
        for (int i = parts.size() - 2; i >= 0; i--) {
            if (SHELVES.contains(parts.get(i)) && isShelf(parts, i)) {
                int length = parts.get(i + 1).startsWith("@") ? i + 3 : i + 2;
                boolean hidden = parts.get(i + 1).startsWith(".");
                return length < parts.size() && !hidden
                        ? Optional.of(new PackagePlace(ImagePath.of("/" + String.join("/", parts.subList(0, length)))))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    ImagePath description() {
        return folder.child("package.json");
    }

    /// The path's parts below the package's folder.
    List<String> below(ImagePath path) {
        return path.components().subList(folder.components().size(), path.components().size());
    }

    private static boolean isShelf(List<String> parts, int at) {
        return parts.get(at).equals("node_modules") || (at > 1 && parts.getFirst().equals("usr"));
    }
}
