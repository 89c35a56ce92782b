/// Static closure: analyzers that say what else a kept path needs. Nothing of the image is ever run here.
/// Start at [Analyzer]. May use: `dev.cupel.slim.keep`, `dev.cupel.inventory`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.analysis;

import org.jspecify.annotations.NullMarked;
