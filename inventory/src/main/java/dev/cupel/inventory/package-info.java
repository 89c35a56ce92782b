/// What an image contains, told without running it: packages, programs, language artefacts.
/// Start at [Catalogue]; at [Stocktaking] for whatever a person may name, an image or a bill of materials. Its packages each read one kind of thing and may use `dev.cupel.image`; `catalog` holds the result as values,
/// `cataloguer` makes it.
@NullMarked
package dev.cupel.inventory;

import org.jspecify.annotations.NullMarked;
