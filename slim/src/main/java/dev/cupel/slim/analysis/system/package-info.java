/// What the operating system's side of an image needs: libraries, scripts, configuration, packages, and the things that are
/// only ever known by rule. Start at [SystemAnalyzers].
/// May use: the packages below it, `dev.cupel.slim.analysis`.
@NullMarked
package dev.cupel.slim.analysis.system;

import org.jspecify.annotations.NullMarked;
