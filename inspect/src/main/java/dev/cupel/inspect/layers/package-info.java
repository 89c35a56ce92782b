/// What each layer does to those below it: adds, changes, removes; and what of its bytes nobody can see in the end.
/// Start at [LayerStory]. May use: `dev.cupel.image`, `.layer`. Must not use: contents, stores, history.
@NullMarked
package dev.cupel.inspect.layers;

import org.jspecify.annotations.NullMarked;
