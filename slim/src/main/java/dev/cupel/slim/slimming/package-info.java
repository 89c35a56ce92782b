/// The main job: from an original to a slim image that was run and compared. Start at [Slimming].
/// May use: all of `dev.cupel.slim` but the report, every floor below.
@NullMarked
package dev.cupel.slim.slimming;

import org.jspecify.annotations.NullMarked;
