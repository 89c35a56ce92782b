/// Whole packages of the operating system, for those who want them.
/// May use: `dev.cupel.slim.analysis`, `dev.cupel.slim.keep`, `dev.cupel.inventory`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.analysis.packages;

import org.jspecify.annotations.NullMarked;
