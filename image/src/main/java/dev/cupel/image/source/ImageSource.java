package dev.cupel.image.source;

import dev.cupel.image.Platform;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;

/// A place that holds an image. `toString` names it as the person did.
public interface ImageSource {
    /// Brings the image for `platform` into the store: manifest, configuration and all layers, byte for byte, each checked
    /// against its digest. Where the source keeps no manifest one is made, always the same for the same content. What cannot be
    /// loaded is a [dev.cupel.image.CupelException] that says why.
    Image load(Platform platform, ContentStore store) throws IOException;
}
