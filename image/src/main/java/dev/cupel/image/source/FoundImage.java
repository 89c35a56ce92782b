package dev.cupel.image.source;

import dev.cupel.image.manifest.Image;
import dev.cupel.image.rootfs.OpenedImage;
import java.io.IOException;
import java.util.Optional;

/// An image that was found. Who knows it already need not open it. For use by one thread.
public final class FoundImage {
    private final Image image;
    private final Opening opening;
    private Optional<OpenedImage> opened = Optional.empty();

    public FoundImage(Image image, Opening opening) {
        this.image = image;
        this.opening = opening;
    }

    /// How it is opened.
    @FunctionalInterface
    public interface Opening {
        OpenedImage open() throws IOException;
    }

    public Image image() {
        return image;
    }

    /// Opens it, the first time. A damaged or hostile layer is a [dev.cupel.image.CupelException].
    public OpenedImage open() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(opening.open());
        }
        return opened.get();
    }
}
