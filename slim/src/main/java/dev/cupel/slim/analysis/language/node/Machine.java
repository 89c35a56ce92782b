package dev.cupel.slim.analysis.language.node;

import dev.cupel.image.ImagePath;
import dev.cupel.image.Platform;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.node.PackageJson;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/// What native code must be made for to run in an image.
///
/// @param processor as Node.js names it: `x64`, `arm64`
/// @param library `glibc` or `musl`
record Machine(String processor, String library) {
    private static final Pattern LOADER = Pattern.compile("ld-musl-.*");
    private static final Pattern MUSL = Pattern.compile(".*(?:^|[-_/])(?:linux)?musl(?:$|[-_/]).*");
    private static final Pattern GLIBC = Pattern.compile(".*-(?:gnu|glibc)$");

    static Machine of(Platform platform, RootFs root) {
        boolean musl = root.children(ImagePath.of("/lib")).stream()
                .map(Node::path)
                .anyMatch(path -> LOADER.matcher(path.name()).matches());
        String processor =
                switch (platform.architecture()) {
                    case "amd64" -> "x64";
                    case "386" -> "ia32";
                    case "ppc64le" -> "ppc64";
                    default -> platform.architecture();
                };
        return new Machine(processor, musl ? "musl" : "glibc");
    }

    /// Whether the package in this folder can be of use here, by what it asks for and, where it forgets to, by its name.
    boolean accepts(ImagePath folder, RootFs root) throws IOException {
        boolean named = isMusl() ? GLIBC.matcher(folder.name()).matches() : MUSL.matcher(folder.name()).matches();
        Optional<PackageJson> description = new PackageFiles(root).in(folder);
        return !named && description.map(found -> found.platforms().accept("linux", processor, library)).orElse(true);
    }

    boolean isMusl() {
        return library.equals("musl");
    }
}
