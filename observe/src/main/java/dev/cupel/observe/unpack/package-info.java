/// Layers as directories that can be mounted: each unpacked once, by its diffID, whiteouts in the form that overlayfs has.
/// Start at [UnpackedLayers].
/// May use: `dev.cupel.observe.journal`, `dev.cupel.linux`, `dev.cupel.image`.
@NullMarked
package dev.cupel.observe.unpack;

import org.jspecify.annotations.NullMarked;
