/// Which distribution an image is built on.
/// May use: `dev.cupel.image`.
/// Spec: freedesktop.org os-release(5).
@NullMarked
package dev.cupel.inventory.distribution;

import org.jspecify.annotations.NullMarked;
