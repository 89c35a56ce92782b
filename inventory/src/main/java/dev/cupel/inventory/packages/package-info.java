/// Packages of the operating system: which are installed, which files they own, what they depend on.
/// Start at [PackageIndex]. May use: `dev.cupel.image`.
@NullMarked
package dev.cupel.inventory.packages;

import org.jspecify.annotations.NullMarked;
