/// Tar archives: headers in, records out, in one pass over a stream; and headers written anew where one is needed.
/// Start at [TarReader] and [TarWriter]. May use: `dev.cupel.image`. Must not use: any other package of Cupel.
/// Spec: POSIX.1-2024 pax; GNU tar manual, "Basic Tar Format" and "Storing Sparse Files". Where they leave room, this reads as
/// Go's `archive/tar` does, because engines unpack layers with it: global headers are read over, sizes of links are 0.
@NullMarked
package dev.cupel.image.tar;

import org.jspecify.annotations.NullMarked;
