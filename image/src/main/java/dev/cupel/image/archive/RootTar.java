package dev.cupel.image.archive;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.image.tar.TarHeader;
import dev.cupel.image.tar.TarWriter;
import dev.cupel.image.write.HeaderOf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/// A merged root file system as one tar, in path order, with all that its headers say: owners, times, attributes, hard links.
record RootTar(RootFs root) {
    /// Writes the tar and closes the stream.
    void writeTo(OutputStream out) throws IOException {
        Map<Node, ImagePath> written = new HashMap<>();
        try (TarWriter tar = new TarWriter(out)) {
            for (Iterator<Node> nodes = root.walk().iterator(); nodes.hasNext(); ) {
                add(nodes.next(), written, tar);
            }
        }
    }

    private void add(Node node, Map<Node, ImagePath> written, TarWriter tar) throws IOException {
        Node content = root.contentOf(node);
        if (!content.entry().isFile()) {
            tar.add(HeaderOf.entry(node.entry()));
            return;
        }
        ImagePath first = written.putIfAbsent(content, node.path());
        TarHeader header = first == null
                ? HeaderOf.entry(content.entry().at(node.path()))
                : HeaderOf.linkTo(first, node.entry());
        if (first != null) {
            tar.add(header);
            return;
        }
        try (InputStream in = root.open(content)) {
            tar.add(header, in);
        }
    }
}
