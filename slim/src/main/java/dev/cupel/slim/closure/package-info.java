/// From what is known to be needed to everything that it needs in turn. Start at [Closure].
/// May use: `dev.cupel.slim.keep`, `dev.cupel.slim.analysis`, `dev.cupel.inventory`, `dev.cupel.observe.observation`,
/// `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.closure;

import org.jspecify.annotations.NullMarked;
