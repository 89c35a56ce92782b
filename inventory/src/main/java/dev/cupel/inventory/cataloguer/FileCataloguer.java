package dev.cupel.inventory.cataloguer;

import dev.cupel.image.rootfs.Node;
import java.io.IOException;

/// Knows one kind of file that tells of software. Every regular file of the image that no package of the operating system owns is shown
/// to it once, in path order; what those own, to another one of its kind, where the kind is of packages that declare themselves.
public interface FileCataloguer {
    /// Whether the file may be of its kind, by path, size and mode alone: this is asked for each file of the image.
    boolean wants(Node file);

    /// Reads the file and puts what it tells into `found`. What is broken in it becomes a remark there.
    void read(Node file, Scene scene, Collector found) throws IOException;

    /// After the last file: relations between what was found.
    default void finish(Scene scene, Collector found) throws IOException {}
}
