/// The image that is made small, opened: its layers, its file system, its packages.
/// May use: `dev.cupel.inventory`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.subject;

import org.jspecify.annotations.NullMarked;
