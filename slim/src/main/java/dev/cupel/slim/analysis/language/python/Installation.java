package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.ImagePath;
import java.util.List;

/// One Python as programs see it: an interpreter's standard library and the folders that it searches, or a virtual environment
/// on top of one.
///
/// @param prefix the folder above `bin` and `lib`
/// @param library where the standard library lies
/// @param roots folders to search for modules, in order, the standard library's among them
record Installation(ImagePath prefix, ImagePath library, List<ImagePath> roots) {
    Installation {
        roots = List.copyOf(roots);
    }

    boolean searches(ImagePath root) {
        return roots.contains(root);
    }
}
