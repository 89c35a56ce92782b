/// Does the slim image behave like the original? Compares two performances of one plan and says what to bring back.
/// May use: `dev.cupel.slim.subject`, `dev.cupel.observe`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.verify;

import org.jspecify.annotations.NullMarked;
