/// `cupel diff`: how two images differ, and whether they do but for times. Start at [ImageDiff].
/// May use: `dev.cupel.image`, `dev.cupel.inventory`, `dev.cupel.inspect.xray`, java-diff-utils.
@NullMarked
package dev.cupel.inspect.diff;

import org.jspecify.annotations.NullMarked;
