package dev.cupel.lint.image;

import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.rootfs.RootFs;
import java.util.List;

/// An image that is looked at.
///
/// @param reference as a person wrote it
/// @param layers lowest first
public record ImageSubject(String reference, ImageConfig config, RootFs root, List<LayerIndex> layers) {
    public ImageSubject {
        layers = List.copyOf(layers);
    }
}
