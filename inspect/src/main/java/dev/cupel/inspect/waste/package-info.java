/// What an image carries for nothing: dive's score by dive's rules, and an honest account with a remedy for each row.
/// Start at [DiveScore] and [Reclaimable]. May use: `dev.cupel.image`, `.layer`, `dev.cupel.inspect.layers`.
@NullMarked
package dev.cupel.inspect.waste;

import org.jspecify.annotations.NullMarked;
