package dev.cupel.image.rootfs;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The file system that a container of the image sees before it starts. Immutable; safe for use by several threads.
public interface RootFs {
    /// The node whose own name is `path`: no link is followed, neither at the end nor on the way.
    Optional<Node> at(ImagePath path);

    /// What `path` leads to, every link followed (like stat). Absolute targets restart at the image's root.
    Resolution follow(ImagePath path);

    /// What `path` leads to, links followed on the way but not at the end (like lstat).
    Resolution locate(ImagePath path);

    /// The entries of a directory, by name; empty for anything else.
    List<Node> children(ImagePath directory);

    /// All nodes in path order, the root first if a layer names it.
    Stream<Node> walk();

    /// All nodes in path order that are `directory` or lie below it.
    Stream<Node> walk(ImagePath directory);

    /// How many nodes there are.
    int size();

    /// The node that holds the content: a hard link's file, else the node itself.
    Node contentOf(Node node);

    /// The content of a regular file or hard link; sparse files come with their holes filled.
    InputStream open(Node node) throws IOException;

    /// The first bytes of the content, at most `limit`.
    byte[] head(Node node, int limit) throws IOException;

    /// The whole content for random access, read-only, little effort (mapped where possible). Files above 2 GiB are an
    /// [IOException] that says so.
    ByteBuffer map(Node node) throws IOException;

    /// SHA-256 of the content of a regular file or hard link, which is read unless its layer knows it.
    Digest digest(Node node) throws IOException;

    /// The content if `path` leads to a regular file of at most `limitBytes`; empty otherwise.
    default Optional<byte[]> read(ImagePath path, int limitBytes) throws IOException {
        if (follow(path) instanceof Resolution.Found(Node node, var _)
                && contentOf(node).entry().isFile()
                && contentOf(node).entry().sizeBytes() <= limitBytes) {
            return Optional.of(head(node, limitBytes));
        }
        return Optional.empty();
    }
}
