package dev.cupel.image.source;

import dev.cupel.image.Platform;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.util.List;

/// A place that holds an image. `toString` names it as the person did.
public interface ImageSource {
    /// Brings the image for `platform` into the store: manifest, configuration and all layers, byte for byte, each checked
    /// against its digest. Where the source keeps no manifest one is made, always the same for the same content. What cannot be
    /// loaded is a [dev.cupel.image.CupelException] that says why.
    Image load(Platform platform, ContentStore store) throws IOException;

    /// Looks at the image for `platform`. Its layers may stay where they are; only what is worth keeping for the next time goes into
    /// the store. What `look` found out is given back only if every layer that it opened has the right digest, except those that an
    /// engine has unpacked: they are what the engine runs. Fails as [#load] does, and as `look` does.
    default <T> T look(Platform platform, ContentStore store, Look<T> look) throws IOException {
        Image image = load(platform, store);
        return look.at(new FoundImage(image, () -> OpenedImage.of(image, store)));
    }

    /// The platforms that it has images for, in order of their names; empty where it holds a single image and no index of several.
    default List<Platform> platforms(ContentStore store) throws IOException {
        return List.of();
    }
}
