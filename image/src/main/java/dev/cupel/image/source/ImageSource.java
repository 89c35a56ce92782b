package dev.cupel.image.source;

import dev.cupel.image.Platform;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;

/// A place that holds an image. `toString` names it as the person did.
public interface ImageSource {
    /// Brings the image for `platform` into the store: manifest, configuration and all layers, byte for byte, each checked
    /// against its digest. Where the source keeps no manifest one is made, always the same for the same content. What cannot be
    /// loaded is a [dev.cupel.image.CupelException] that says why.
    Image load(Platform platform, ContentStore store) throws IOException;

    /// Opens the image for `platform` to be looked at. Its layers may stay where they are, each checked against its digest the first
    /// time; only what is worth keeping for the next time goes into the store. Fails as [#load] does.
    default OpenedImage open(Platform platform, ContentStore store) throws IOException {
        return OpenedImage.of(load(platform, store), store);
    }
}
