package dev.cupel.image.write;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Compares what was written with what was asked for, node by node: a slim image differs from its original in nothing but what
/// it lacks.
record OutputCheck(RootFs original, RootFs written, Set<ImagePath> wanted, Replacements replacements) {
    /// The layers that show something that should be gone. Anything missing or different is a defect of Cupel.
    Set<Integer> layersThatShowTooMuch() {
        Set<Integer> guilty = new TreeSet<>();
        written.walk()
                .filter(node -> !wanted.contains(node.path()))
                .forEach(node -> guilty.add(node.layer()));
        for (ImagePath path : wanted) {
            Optional<Node> asked = original.at(path);
            Optional<Node> made = written.at(path);
            if (asked.isPresent() && !made.map(node -> isSame(asked.get(), node)).orElse(false)) {
                throw new IllegalStateException("the written image differs from its original at " + path);
            }
        }
        return guilty;
    }

    private boolean isSame(Node asked, Node made) {
        Entry before = original.contentOf(asked).entry();
        Entry after = written.contentOf(made).entry();
        boolean sameContent = replacements.of(asked.path())
                .map(content -> after.content().equals(Optional.of(Digest.of(content))))
                .orElse(before.content().equals(after.content()));
        return sameContent
                && before.type() == after.type()
                && before.mode() == after.mode()
                && before.uid() == after.uid()
                && before.gid() == after.gid()
                && before.modified().equals(after.modified())
                && before.device() == after.device()
                && before.link().equals(after.link())
                && before.xattrs().equals(after.xattrs());
    }
}
