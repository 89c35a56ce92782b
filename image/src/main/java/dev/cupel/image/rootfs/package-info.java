/// The merged view of an image's layers: a tree of path → entry, with links resolved inside the root only.
/// Start at [RootFs]. May use: `dev.cupel.image`, `dev.cupel.image.layer`, `dev.cupel.image.store`, `.manifest`, `.tar`.
@NullMarked
package dev.cupel.image.rootfs;

import org.jspecify.annotations.NullMarked;
