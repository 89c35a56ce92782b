/// Versions as the tools of each ecosystem order them: which of two is the older one.
/// Start at [VersionScheme]; what it reads is a [Version]. Each scheme is a class that turns a text into a [Key]: mostly a list of [Piece]s.
/// May use: `dev.cupel.inventory.catalog`. Must not use: anything that knows the image.
/// Spec: named at each scheme.
@NullMarked
package dev.cupel.inventory.version;

import org.jspecify.annotations.NullMarked;
