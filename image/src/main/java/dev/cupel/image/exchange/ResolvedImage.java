package dev.cupel.image.exchange;

import dev.cupel.image.manifest.Image;
import dev.cupel.image.reference.ImageReference;

/// An image in the store, and where it was found.
///
/// @param origin the place in which it was, never [ImageReference.Anywhere]
public record ResolvedImage(Image image, ImageReference origin) {
    public ResolvedImage {
        if (origin instanceof ImageReference.Anywhere) {
            throw new IllegalArgumentException(origin + " is not a place");
        }
    }

    /// Where the slim image made of this one goes unless a person says otherwise.
    public ImageReference refined() {
        return origin.refined();
    }
}
