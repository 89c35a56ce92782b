package dev.cupel.slim.subject;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.StoredLayer;
import dev.cupel.inventory.packages.InstalledPackages;
import dev.cupel.inventory.packages.MalformedPackageDatabase;
import dev.cupel.inventory.packages.PackageIndex;
import java.io.IOException;
import java.util.List;

/// An image with the packages in it.
public record Original(OpenedImage opened, PackageIndex packages) {

    /// Opens an image whose blobs are in the store. A hostile layer or a broken package database is a [CupelException].
    public static Original of(Image image, ContentStore store) throws IOException {
        OpenedImage opened = OpenedImage.of(image, store);
        try {
            return new Original(opened, InstalledPackages.in(opened.root()));
        } catch (MalformedPackageDatabase e) {
            throw new CupelException(
                    Fault.INPUT,
                    "Cannot read the image's package database: " + e.getMessage() + ".",
                    "Repair the image; a scanner could not tell either what is installed in it.",
                    e);
        }
    }

    public Image image() {
        return opened.image();
    }

    /// Lowest first, as in [#image].
    public List<StoredLayer> layers() {
        return opened.layers();
    }

    public RootFs root() {
        return opened.root();
    }

    /// Bytes of all files in all layers, hidden ones too: what `docker images` counts.
    public long bytes() {
        return opened.bytes();
    }
}
