package dev.cupel.image.write;

import dev.cupel.image.ImagePath;
import java.util.function.Predicate;

/// What a filtered layer keeps.
///
/// @param keep whether this layer's entry at a path stays
/// @param keepDeletion whether what the layer deletes or hides at a path stays deleted or hidden by it
/// @param replacements new contents for files that stay
public record LayerEdit(Predicate<ImagePath> keep, Predicate<ImagePath> keepDeletion, Replacements replacements) {
    /// Keeps what `keep` says, and every deletion.
    public static LayerEdit keeping(Predicate<ImagePath> keep) {
        return new LayerEdit(keep, _ -> true, Replacements.none());
    }
}
