/// Files made and read below a directory as if that directory were `/`: no link and no `..` leads out of it.
/// Start at [RootedDirectory]. Names are bytes. May use: `dev.cupel.linux`, `dev.cupel.linux.xattr`,
/// `dev.cupel.linux.namespace`.
@NullMarked
package dev.cupel.linux.rooted;

import org.jspecify.annotations.NullMarked;
