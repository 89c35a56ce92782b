/// Files that other programs may read at any moment: they appear complete or not at all, whatever ends the writer.
/// Start at [ReplacedFile].
/// May use: `dev.cupel.image`. Must not use: any other package.
@NullMarked
package dev.cupel.image.file;

import org.jspecify.annotations.NullMarked;
