package dev.cupel.slim.subject;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.rootfs.LayerOpening;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.image.rootfs.TarFiles;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.StoredLayer;
import dev.cupel.inventory.packages.InstalledPackages;
import dev.cupel.inventory.packages.MalformedPackageDatabase;
import dev.cupel.inventory.packages.PackageIndex;
import java.io.IOException;
import java.util.List;

/// An image with the packages in it.
///
/// @param layers lowest first, as in the image
public record Original(OpenedImage opened, List<StoredLayer> layers, PackageIndex packages) {
    public Original {
        layers = List.copyOf(layers);
    }


    /// Opens an image whose blobs are in the store. A hostile layer or a broken package database is a [CupelException].
    public static Original of(Image image, ContentStore store) throws IOException {
        List<StoredLayer> layers = new LayerOpening(store).open(image.layers());
        OpenedImage opened = OpenedImage.of(image, layers.stream().map(TarFiles::of).toList());
        try {
            return new Original(opened, layers, InstalledPackages.in(opened.root()));
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

    public RootFs root() {
        return opened.root();
    }

    /// Bytes of all files in all layers, hidden ones too: what `docker images` counts.
    public long bytes() {
        return opened.bytes();
    }
}
