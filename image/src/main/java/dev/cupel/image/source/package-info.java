/// Where images come from, as an interface: every kind of source implements it in its own package.
/// May use: `dev.cupel.image`, `.manifest`, `.rootfs`, `.store`. Must not use: any kind of source.
@NullMarked
package dev.cupel.image.source;

import org.jspecify.annotations.NullMarked;
