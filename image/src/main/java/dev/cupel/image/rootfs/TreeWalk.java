package dev.cupel.image.rootfs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// All nodes of a tree, each before what hangs on it.
final class TreeWalk implements Iterator<Node> {
    private final Deque<Iterator<Branch>> open = new ArrayDeque<>();

    private TreeWalk(Branch top) {
        open.push(List.of(top).iterator());
    }

    static Stream<Node> from(Branch top) {
        int traits = Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.IMMUTABLE | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new TreeWalk(top), traits), false);
    }

    @Override
    public boolean hasNext() {
        while (!open.isEmpty() && !open.element().hasNext()) {
            open.pop();
        }
        return !open.isEmpty();
    }

    @Override
    public Node next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Branch branch = open.element().next();
        open.push(branch.children().iterator());
        return branch.node();
    }
}
