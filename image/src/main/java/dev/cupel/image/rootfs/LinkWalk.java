package dev.cupel.image.rootfs;

import dev.cupel.image.ImagePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Follows a path as the kernel does in a container: component by component, `..` from where a link has led, absolute targets
/// from the image's root, at most 40 links (linux/namei.h, MAXSYMLINKS).
final class LinkWalk {
    private static final int MOST_LINKS = 40;

    private final Branch root;
    private final Deque<String> coming;
    private final Deque<Branch> way = new ArrayDeque<>();
    private final List<Node> links = new ArrayList<>();

    LinkWalk(Branch root, ImagePath path) {
        this.root = root;
        this.coming = new ArrayDeque<>(path.components());
        this.way.push(root);
    }

    Resolution walk(boolean followLast) {
        while (!coming.isEmpty()) {
            String name = coming.removeFirst();
            Branch here = here();
            if (!here.node().entry().isDirectory()) {
                return new Resolution.Missing(here.node().path().child(name), links);
            }
            if (name.equals("..")) {
                climb();
                continue;
            }
            Optional<Branch> next = here.child(name);
            if (next.isEmpty()) {
                return new Resolution.Missing(here.node().path().child(name), links);
            }
            boolean last = coming.isEmpty();
            if (next.get().node().entry().isSymlink() && (followLast || !last)) {
                if (links.size() == MOST_LINKS) {
                    return new Resolution.Loop(links);
                }
                enter(next.get().node());
            } else {
                way.push(next.get());
            }
        }
        return new Resolution.Found(here().node(), links);
    }

    private Branch here() {
        return way.isEmpty() ? root : way.element();
    }

    private void climb() {
        if (way.size() > 1) {
            way.pop();
        }
    }

    private void enter(Node link) {
        links.add(link);
        String target = link.entry().link();
        if (target.startsWith("/")) {
            way.clear();
            way.push(root);
        }
        Arrays.asList(target.split("/")).reversed().stream()
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .forEach(coming::addFirst);
    }
}
