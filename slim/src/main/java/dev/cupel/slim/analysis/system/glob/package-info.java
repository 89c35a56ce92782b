/// Patterns of paths, found in an image or matched against one path. Start at [Glob].
/// May use: `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.analysis.system.glob;

import org.jspecify.annotations.NullMarked;
