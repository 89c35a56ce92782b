/// Holds a Dockerfile or an image against the rules. Start at [DockerfileLint] and [ImageLint].
/// May use: every package of this module.
@NullMarked
package dev.cupel.lint;

import org.jspecify.annotations.NullMarked;
