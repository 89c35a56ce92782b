/// What a build may ask of an image: dive's rules as `.dive-ci` has them, and Cupel's own gates. Each says what it measured.
/// May use: `dev.cupel.image`, `dev.cupel.inspect.xray`, snakeyaml-engine.
@NullMarked
package dev.cupel.inspect.gate;

import org.jspecify.annotations.NullMarked;
