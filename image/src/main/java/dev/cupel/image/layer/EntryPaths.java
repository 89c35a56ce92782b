package dev.cupel.image.layer;

import dev.cupel.image.ImagePath;
import dev.cupel.image.Quoted;
import dev.cupel.image.tar.MalformedTar;

/// Names of a layer's tar as paths of the image. `./` in front and `/` at the ends mean nothing; a `..` that leads out of the
/// root is an attack.
final class EntryPaths {
    /// Deeper than any tree that an engine could unpack by its full path; what walks the tree may recurse.
    private static final int DEEPEST = 2048;

    private EntryPaths() {}

    static ImagePath of(String name, String what) throws MalformedTar {
        if (name.isEmpty()) {
            throw new MalformedTar("a " + what + " has no name");
        }
        int depth = 0;
        for (String part : name.split("/", -1)) {
            depth += part.isEmpty() || part.equals(".") ? 0 : part.equals("..") ? -1 : 1;
            if (depth > DEEPEST) {
                throw new MalformedTar("the name %s of a %s is more than %d directories deep".formatted(Quoted.of(name), what, DEEPEST));
            }
            if (depth < 0) {
                throw new MalformedTar("the name %s of a %s leads out of the image".formatted(Quoted.of(name), what));
            }
        }
        return ImagePath.of(name);
    }

    static ImagePath whiteoutOf(ImagePath directory, String name) throws MalformedTar {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new MalformedTar("a whiteout in " + Quoted.of(directory.text()) + " deletes " + Quoted.of(name));
        }
        return directory.child(name);
    }
}
