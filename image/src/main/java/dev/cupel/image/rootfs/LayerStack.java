package dev.cupel.image.rootfs;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.ImagePath;
import dev.cupel.image.Quoted;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.EntryType;
import dev.cupel.image.layer.LayerIndex;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Lays layer upon layer (OCI image-spec 1.1, layer.md, "Applying Changesets"): what a layer takes away goes before what it
/// brings, wherever in its tar the two stand.
final class LayerStack {
    private final Branch root = Branch.implied(ImagePath.ROOT, 0);

    static Branch of(List<LayerIndex> layers) {
        LayerStack stack = new LayerStack();
        for (int i = 0; i < layers.size(); i++) {
            stack.apply(layers.get(i), i);
        }
        return stack.root;
    }

    private void apply(LayerIndex layer, int number) {
        layer.opaques().forEach(path -> root.find(path).ifPresent(Branch::clear));
        layer.whiteouts().forEach(path -> root.find(path.parent()).ifPresent(parent -> parent.drop(path.name())));
        Deque<Entry> hardLinks = new ArrayDeque<>();
        for (Entry entry : layer.entries()) {
            if (entry.type() == EntryType.HARDLINK) {
                hardLinks.add(entry);
            } else {
                put(entry, new Node(entry, number), number);
            }
        }
        hardLinks.forEach(link -> putLink(link, number));
    }

    private void put(Entry entry, Node content, int number) {
        if (entry.path().isRoot()) {
            root.become(new Node(entry, number), content);
            return;
        }
        parentOf(entry.path(), number).put(entry.path().name(), new Node(entry, number), content);
    }

    /// A link's file is of the same layer, or of a lower one that this layer left alone; the link then stands for a copy of it.
    private void putLink(Entry link, int number) {
        Branch target = root.find(new ImagePath(link.link())).orElseThrow(() -> dangling(link, number));
        Node file = target.content();
        if (file.entry().isDirectory()) {
            throw dangling(link, number);
        }
        // Another name of a symbolic link or a device is one itself: nobody should have to look through the hard link to see it.
        Entry shown = file.entry().isFile() ? link : file.entry().at(link.path());
        put(shown, file.entry().isFile() ? file : new Node(shown, number), number);
    }

    /// The directory that `path` stands in. A link or a file of a lower layer that is in the way gives way to a directory, as in
    /// every engine: layers are unpacked one by one and know nothing of those below.
    private Branch parentOf(ImagePath path, int number) {
        Branch at = root;
        for (String name : path.parent().components()) {
            at = at.directory(name, number);
        }
        return at;
    }

    private static CupelException dangling(Entry link, int number) {
        return new CupelException(
                Fault.INPUT,
                "Cannot read layer %d: the hard link %s names %s, which is no file of the image."
                        .formatted(number, Quoted.of(link.path().text()), Quoted.of(link.link())),
                "No engine unpacks such a layer; build the image again.");
    }
}
