/// What stays and why: the reasons, and the set of paths that have one.
/// May use: `dev.cupel.image`. Must not use: analysis, observation, writing.
@NullMarked
package dev.cupel.slim.keep;

import org.jspecify.annotations.NullMarked;
