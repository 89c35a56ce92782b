package dev.cupel.image.rootfs;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One node of the tree and what hangs on it. Grows while layers are laid on one another; after [#settle] nobody changes it.
final class Branch {
    private Node node;
    private Node content;
    private Map<String, Branch> children = Map.of();

    private Branch(Node node, Node content) {
        this.node = node;
        this.content = content;
    }

    static Branch implied(ImagePath path, int layer) {
        Node node = new Node(Entry.impliedDirectory(path), layer);
        return new Branch(node, node);
    }

    Node node() {
        return node;
    }

    /// The node that holds the content: another one for a hard link.
    Node content() {
        return content;
    }

    Collection<Branch> children() {
        return children.values();
    }

    Optional<Branch> child(String name) {
        return Optional.ofNullable(children.get(name));
    }

    Optional<Branch> find(ImagePath path) {
        Branch at = this;
        for (String name : path.components()) {
            Branch next = at.children.get(name);
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    /// Takes another node's place here; only a directory keeps what hangs on it.
    void become(Node newNode, Node newContent) {
        if (!newNode.entry().isDirectory()) {
            clear();
        }
        node = newNode;
        content = newContent;
    }

    void put(String name, Node newNode, Node newContent) {
        Branch here = own().get(name);
        if (here == null) {
            own().put(name, new Branch(newNode, newContent));
        } else {
            here.become(newNode, newContent);
        }
    }

    /// The directory of this name, made where there is none.
    Branch directory(String name, int layer) {
        Branch here = own().get(name);
        if (here == null) {
            here = implied(node.path().child(name), layer);
            own().put(name, here);
        } else if (!here.node.entry().isDirectory()) {
            Node implied = new Node(Entry.impliedDirectory(here.node.path()), layer);
            here.become(implied, implied);
        }
        return here;
    }

    void drop(String name) {
        own().remove(name);
    }

    void clear() {
        children = Map.of();
    }

    /// Puts the children in path order; the number of nodes here and below.
    int settle() {
        int count = 1;
        if (!children.isEmpty()) {
            TreeMap<String, Branch> sorted = new TreeMap<>(children);
            children = Collections.unmodifiableMap(new LinkedHashMap<>(sorted));
            for (Branch child : children.values()) {
                count += child.settle();
            }
        }
        return count;
    }

    private Map<String, Branch> own() {
        if (!(children instanceof HashMap)) {
            children = new HashMap<>();
        }
        return children;
    }

    /// The nodes of its children, by name.
    List<Node> listing() {
        return children.values().stream().map(Branch::node).toList();
    }
}
