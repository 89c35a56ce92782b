/// One image, run by one plan, watched and questioned: everything of this floor put together. Start at [Rehearsal].
/// May use: all of `dev.cupel.observe`, `dev.cupel.image`.
@NullMarked
package dev.cupel.observe.rehearsal;

import org.jspecify.annotations.NullMarked;
