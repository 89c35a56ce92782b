/// The inventory of an image as values: what is in it, where that is, what tells so. How it is found out is for other packages.
/// Start at [Inventory]; [Component] is one piece of software.
/// May use: `dev.cupel.image`, `dev.cupel.inventory.distribution`, `.facts`. Must not use: readers of any kind.
/// Spec: package-url 1.0.
@NullMarked
package dev.cupel.inventory.catalog;

import org.jspecify.annotations.NullMarked;
