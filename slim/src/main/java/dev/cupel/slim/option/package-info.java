/// What the user asked to keep or to give up, as written on the command line.
/// May use: `dev.cupel.slim.keep`, `dev.cupel.slim.analysis`, `dev.cupel.inventory`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.option;

import org.jspecify.annotations.NullMarked;
