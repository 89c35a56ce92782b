package dev.cupel.image.rootfs;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.EntryType;
import dev.cupel.image.layer.LayerFiles;
import dev.cupel.image.layer.OpenedLayer;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.StoredLayer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The merged view of an image's layers, contents read where each layer has them.
public final class LayeredRootFs implements RootFs {
    private final Branch root;
    private final List<LayerFiles> contents;
    private final int size;

    private LayeredRootFs(Branch root, List<LayerFiles> contents) {
        this.root = root;
        this.contents = contents;
        this.size = root.settle() - (root.node().entry().isImplied() ? 1 : 0);
    }

    /// The root file system of an image whose blobs are in the store. Layers that are new are unpacked and indexed, several at a
    /// time. A damaged or hostile layer is a [dev.cupel.image.CupelException].
    public static LayeredRootFs of(Image image, ContentStore store) throws IOException {
        return of(new LayerOpening(store).open(image.layers()));
    }

    /// The same of layers that the store has, lowest first.
    public static LayeredRootFs of(List<StoredLayer> layers) {
        return over(layers.stream().map(TarFiles::of).toList());
    }

    /// The same of layers wherever they are.
    public static LayeredRootFs over(List<OpenedLayer> layers) {
        Branch root = LayerStack.of(layers.stream().map(OpenedLayer::index).toList());
        return new LayeredRootFs(root, layers.stream().map(OpenedLayer::files).toList());
    }

    @Override
    public Optional<Node> at(ImagePath path) {
        return path.isRoot() && root.node().entry().isImplied() ? Optional.empty() : root.find(path).map(Branch::node);
    }

    @Override
    public Resolution follow(ImagePath path) {
        return new LinkWalk(root, path).walk(true);
    }

    @Override
    public Resolution locate(ImagePath path) {
        return new LinkWalk(root, path).walk(false);
    }

    @Override
    public List<Node> children(ImagePath directory) {
        return root.find(directory).map(Branch::listing).orElse(List.of());
    }

    @Override
    public Stream<Node> walk() {
        return walk(ImagePath.ROOT);
    }

    @Override
    public Stream<Node> walk(ImagePath directory) {
        Stream<Node> all = root.find(directory).stream().flatMap(TreeWalk::from);
        return directory.isRoot() && root.node().entry().isImplied() ? all.skip(1) : all;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Node contentOf(Node node) {
        if (node.entry().type() != EntryType.HARDLINK) {
            return node; // any other holds its content itself
        }
        return root.find(node.path())
                .filter(branch -> branch.node().equals(node))
                .map(Branch::content)
                .orElse(node);
    }

    @Override
    public InputStream open(Node node) throws IOException {
        Node file = fileOf(node);
        return contents.get(file.layer()).open(file.entry());
    }

    @Override
    public byte[] head(Node node, int limit) throws IOException {
        Node file = fileOf(node);
        return contents.get(file.layer()).head(file.entry(), limit);
    }

    @Override
    public ByteBuffer map(Node node) throws IOException {
        Node file = fileOf(node);
        return contents.get(file.layer()).map(file.entry());
    }

    @Override
    public Digest digest(Node node) throws IOException {
        Node file = fileOf(node);
        return contents.get(file.layer()).digest(file.entry());
    }

    private Node fileOf(Node node) throws IOException {
        Node file = contentOf(node);
        if (!file.entry().isFile()) {
            throw new IOException(node.path() + " in the image is no regular file");
        }
        return file;
    }
}
