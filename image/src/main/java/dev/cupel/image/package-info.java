/// The words everything else is said in: digests, references, platforms, descriptors, paths inside an image, and the
/// one exception that a person must act on. Values only: no I/O.
/// May use: the JDK. Must not use: any other package of Cupel.
@NullMarked
package dev.cupel.image;

import org.jspecify.annotations.NullMarked;
