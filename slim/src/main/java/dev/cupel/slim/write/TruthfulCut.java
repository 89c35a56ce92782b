package dev.cupel.slim.write;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.packages.MalformedPackageDatabase;
import dev.cupel.inventory.packages.PackageIndex;
import dev.cupel.slim.database.PackageDatabase;
import dev.cupel.slim.database.Rewritten;
import dev.cupel.slim.keep.KeepSet;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A keep set together with package databases that tell the truth about it.
///
/// @param kept with the databases' own files, and without those that would lie
/// @param contents new contents by path
public record TruthfulCut(KeepSet kept, SortedMap<ImagePath, byte[]> contents) {
    private static final Reason REASON =
            new Reason.Rule("package-database", "scanners learn from it what is left of which package");

    /// Rewrites the image's databases for what `kept` leaves.
    public static TruthfulCut of(RootFs root, PackageIndex packages, KeepSet kept) throws IOException {
        try {
            Rewritten rewritten = new PackageDatabase(root, packages).leaving(kept::contains);
            TreeMap<ImagePath, List<Reason>> reasons = new TreeMap<>(kept.reasons());
            reasons.keySet().removeAll(rewritten.dropped());
            for (ImagePath path : rewritten.contents().keySet()) {
                keepWithParents(path, root, reasons);
            }
            return new TruthfulCut(new KeepSet(reasons), rewritten.contents());
        } catch (MalformedPackageDatabase e) {
            throw new IllegalStateException("a database that was read cannot be read again", e);
        }
    }

    private static void keepWithParents(ImagePath path, RootFs root, Map<ImagePath, List<Reason>> reasons) {
        reasons.put(path, List.of(REASON));
        for (ImagePath parent = path.parent(); !reasons.containsKey(parent); parent = parent.parent()) {
            if (root.at(parent).isPresent()) {
                reasons.put(parent, new ArrayList<>(List.of(REASON)));
            }
            if (parent.isRoot()) {
                return;
            }
        }
    }
}
