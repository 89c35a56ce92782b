package dev.cupel.inspect.diff;

import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inspect.diff.DiffReport.MemberRow;
import java.io.IOException;
import java.util.List;

/// Which entries of two archives differ.
record Members(RootFs before, RootFs after) {
    private static final long LARGEST = 512L << 20;

    /// Empty for what is no archive, and for one that cannot be read.
    List<MemberRow> rows(Node one, Node other) throws IOException {
        boolean files = before.contentOf(one).entry().isFile() && after.contentOf(other).entry().isFile();
        if (!files || !ArchiveComparison.isArchive(one.path().name()) || bytes(before, one) > LARGEST || bytes(after, other) > LARGEST) {
            return List.of();
        }
        return new ArchiveComparison().rows(one.path().name(), before.map(one), after.map(other));
    }

    private static long bytes(RootFs root, Node node) {
        return root.contentOf(node).entry().sizeBytes();
    }
}
