/// Programs that say themselves what they are: build information, notes, their own strings.
/// May use: `dev.cupel.inventory.cataloguer`, `.catalog`, `.elf`, `dev.cupel.image`, Jackson.
@NullMarked
package dev.cupel.inventory.cataloguer.program;

import org.jspecify.annotations.NullMarked;
