package dev.cupel.slim.closure;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.KeepSet;
import dev.cupel.slim.keep.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// A keep set while it grows: applies needs to the tree and queues the nodes that are new.
final class Growth {
    /// More reasons explain nothing more, and a tree of ten thousand files would carry them all.
    private static final int REASONS_PER_PATH = 6;

    private final RootFs root;
    private final Predicate<ImagePath> dropped;
    private final TreeMap<ImagePath, List<Reason>> reasons = new TreeMap<>();
    private final Deque<Node> fresh = new ArrayDeque<>();

    Growth(RootFs root, Predicate<ImagePath> dropped) {
        this.root = root;
        this.dropped = dropped;
    }

    /// Keeps what the need names, the links that lead there, what a link at its end points to, and the directories above.
    void add(Need need) {
        switch (root.locate(need.path())) {
            case Resolution.Found(Node node, List<Node> links) -> {
                links.forEach(link -> keepLink(link, need));
                keep(node, need.reason());
                if (node.entry().isSymlink()) {
                    addTarget(node, need);
                } else if (need.depth() == Need.Depth.TREE) {
                    root.walk(node.path()).toList().forEach(below -> keepBelow(below, need));
                }
            }
            // What is not there cannot be kept, but a link that leads nowhere is still a name that the program met.
            case Resolution.Missing(ImagePath _, List<Node> links) -> links.forEach(link -> keepLink(link, need));
            case Resolution.Loop(List<Node> links) -> links.forEach(link -> keepLink(link, need));
        }
    }

    /// The next node that nobody has looked at; empty when there is none.
    Optional<Node> next() {
        return Optional.ofNullable(fresh.poll());
    }

    KeepSet result() {
        return new KeepSet(reasons);
    }

    private void addTarget(Node link, Need need) {
        switch (root.follow(link.path())) {
            case Resolution.Found(Node target, List<Node> links) -> {
                links.forEach(one -> keepLink(one, need));
                add(new Need(target.path(), need.depth(), new Reason.NeededBy(link.path(), "target of the symbolic link")));
            }
            case Resolution.Missing(ImagePath _, List<Node> links) -> links.forEach(one -> keepLink(one, need));
            case Resolution.Loop(List<Node> links) -> links.forEach(one -> keepLink(one, need));
        }
    }

    private void keepLink(Node link, Need need) {
        keep(link, new Reason.NeededBy(need.path(), "symbolic link on the way"));
    }

    private void keepBelow(Node node, Need need) {
        keep(node, need.reason());
        if (node.entry().isSymlink()) {
            addTarget(node, Need.of(node.path(), need.reason()));
        }
    }

    private void keep(Node node, Reason reason) {
        ImagePath path = node.path();
        if (dropped.test(path)) {
            return;
        }
        List<Reason> known = reasons.get(path);
        if (known == null) {
            reasons.put(path, new ArrayList<>(List.of(reason)));
            fresh.add(node);
            if (!path.isRoot()) {
                keepParent(path);
            }
        } else if (known.size() < REASONS_PER_PATH && !known.contains(reason)) {
            known.add(reason);
        }
    }

    private void keepParent(ImagePath path) {
        root.at(path.parent()).ifPresent(parent -> keep(parent, new Reason.NeededBy(path, "directory")));
    }
}
