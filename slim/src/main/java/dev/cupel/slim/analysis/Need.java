package dev.cupel.slim.analysis;

import dev.cupel.image.ImagePath;
import dev.cupel.slim.keep.Reason;

/// Something that must stay, and why.
///
/// @param path any spelling's normal form; links on the way are kept by whoever applies the need. A path that does not exist
///     in the image is no error: many needs are guesses ("this directory, if it is there").
/// @param depth whether only the path itself stays or all that lies below it too
public record Need(ImagePath path, Depth depth, Reason reason) {
    public enum Depth {
        SELF,
        TREE
    }

    public static Need of(ImagePath path, Reason reason) {
        return new Need(path, Depth.SELF, reason);
    }

    public static Need tree(ImagePath path, Reason reason) {
        return new Need(path, Depth.TREE, reason);
    }
}
