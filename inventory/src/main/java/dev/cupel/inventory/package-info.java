/// What an image contains, told without running it: packages, programs, language artefacts.
/// Its packages each read one kind of thing and may use `dev.cupel.image` only.
@NullMarked
package dev.cupel.inventory;

import org.jspecify.annotations.NullMarked;
