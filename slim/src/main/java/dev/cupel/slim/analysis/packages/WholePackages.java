package dev.cupel.slim.analysis.packages;

import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.packages.OsPackage;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.util.List;

/// `--mode packages`: a package of which one file stays, stays whole.
public final class WholePackages implements Analyzer {
    @Override
    public String name() {
        return "packages";
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) {
        if (context.mode() != Mode.PACKAGES || kept.entry().isDirectory()) {
            return List.of();
        }
        return context.packages().ownerOf(kept.path()).stream()
                .flatMap(owner -> owner.files().stream().map(file -> Need.of(file, because(owner, kept))))
                .toList();
    }

    private static Reason because(OsPackage owner, Node kept) {
        return new Reason.Coherent("package " + owner.name(), kept.path());
    }
}
