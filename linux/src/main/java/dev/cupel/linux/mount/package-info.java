/// Mounting: overlay file systems of any number of layers, taking mounts away, reading the mount table and waiting for it to change.
/// Start at [Overlay]. May use: `dev.cupel.linux`.
@NullMarked
package dev.cupel.linux.mount;

import org.jspecify.annotations.NullMarked;
