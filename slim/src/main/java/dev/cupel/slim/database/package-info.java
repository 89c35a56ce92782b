/// Rewrites package databases to tell what is really left, so that a scanner still finds what is there and nothing else.
/// Start at [PackageDatabase]. May use: `dev.cupel.inventory.packages`, `dev.cupel.image`. Must not use: analysis, keep sets.
@NullMarked
package dev.cupel.slim.database;

import org.jspecify.annotations.NullMarked;
