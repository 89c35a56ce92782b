/// `cupel base`: which part of an image is its base image, and which smaller base would do. Start at [BaseView].
/// May use: `dev.cupel.image`, `dev.cupel.inventory`, `dev.cupel.inspect.xray`.
@NullMarked
package dev.cupel.inspect.base;

import org.jspecify.annotations.NullMarked;
