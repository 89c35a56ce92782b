/// What the operating system tells: its packages as components, and the facts that any system has.
/// May use: `dev.cupel.inventory.cataloguer`, `.catalog`, `.facts`, `.packages`, `dev.cupel.image`.
@NullMarked
package dev.cupel.inventory.cataloguer.system;

import org.jspecify.annotations.NullMarked;
