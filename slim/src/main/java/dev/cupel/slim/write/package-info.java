/// From the original and a keep set to the slim image. Content and headers come from the original's own layers alone.
/// May use: `dev.cupel.slim.keep`, `dev.cupel.slim.database`, `dev.cupel.inventory`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.write;

import org.jspecify.annotations.NullMarked;
