/// How an inventory is made: what cataloguers are asked, what they get to see, where they put what they find.
/// Start at [FileCataloguer]. May use: `dev.cupel.inventory.catalog`, `.packages`, `.secret`, `dev.cupel.image`.
@NullMarked
package dev.cupel.inventory.cataloguer;

import org.jspecify.annotations.NullMarked;
