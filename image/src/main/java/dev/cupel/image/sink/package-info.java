/// Where images go, as an interface: every kind of sink implements it in its own package.
/// May use: `dev.cupel.image`, `.manifest`, `.store`. Must not use: any kind of sink.
@NullMarked
package dev.cupel.image.sink;

import org.jspecify.annotations.NullMarked;
