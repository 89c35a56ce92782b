package dev.cupel.image.sink;

import dev.cupel.image.manifest.Image;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;

/// A place that can take an image. `toString` names it as the person did.
public interface ImageSink {
    /// Writes the image, all of whose blobs are in the store. Manifest and blobs stay as they are, byte for byte, wherever the
    /// place can hold them; the answer says if it cannot. What is there under the same name is replaced in one step.
    Written write(Image image, ContentStore store) throws IOException;
}
