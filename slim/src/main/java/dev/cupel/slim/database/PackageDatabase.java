package dev.cupel.slim.database;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.packages.ListedPaths;
import dev.cupel.inventory.packages.MalformedPackageDatabase;
import dev.cupel.inventory.packages.OsPackage;
import dev.cupel.inventory.packages.PackageIndex;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The package databases of one image (dpkg's, distroless images', apk's, chisel's), to be rewritten for what is left of it. A package of
/// which a single file is left stays listed under its full version, because that file may be the vulnerable one; its lists name
/// only what is left, and its record tells how many files it came with. Packages that are wholly gone are not listed.
public final class PackageDatabase {
    private final RootFs root;
    private final PackageIndex packages;

    /// `packages` is the index of `root`.
    public PackageDatabase(RootFs root, PackageIndex packages) {
        this.root = root;
        this.packages = packages;
    }

    /// The databases of an image in which only the paths stay that `kept` accepts. Directories alone leave nothing of a package.
    public Rewritten leaving(Predicate<ImagePath> kept) throws IOException, MalformedPackageDatabase {
        Left left = left(kept);
        Map<ImagePath, byte[]> contents = new TreeMap<>();
        Set<ImagePath> dropped = new TreeSet<>();
        new DpkgRewrite(root, left, contents, dropped).run();
        new DistrolessRewrite(root, left, contents, dropped).run();
        new ApkRewrite(root, left, contents).run();
        new ChiselRewrite(root, left, contents).run();
        return Rewritten.of(contents, dropped, left.names());
    }

    private Left left(Predicate<ImagePath> kept) throws IOException {
        Set<String> names = new HashSet<>();
        Set<String> builds = new HashSet<>();
        Map<String, Integer> cameWith = new HashMap<>();
        for (OsPackage one : packages.packages()) {
            if (one.files().stream().anyMatch(path -> kept.test(path) && isNoDirectory(path))) {
                names.add(one.name());
                builds.add(one.name() + ":" + one.architecture());
                cameWith.merge(one.name(), files(one), Math::max);
                cameWith.put(one.name() + ":" + one.architecture(), files(one));
            }
        }
        return new Left(Set.copyOf(names), Set.copyOf(builds), Map.copyOf(cameWith), kept, ListedPaths.in(root));
    }

    /// A list may name one link as the file it is and as the directory it leads to.
    private int files(OsPackage one) {
        int here = (int) one.files().stream().filter(path -> root.at(path).filter(node -> !node.entry().isDirectory()).isPresent()).count();
        return Math.max(here, one.listed());
    }

    /// A link to a directory counts as one: packages list `/bin`, which many systems have as a link.
    private boolean isNoDirectory(ImagePath path) {
        return !(root.follow(path) instanceof Resolution.Found(Node node, var _) && node.entry().isDirectory());
    }
}
