/// What programs in scripted and managed languages need: modules, packages, plugins, runtimes, child processes. One package a
/// language. Start at [LanguageAnalyzers].
/// May use: the packages below it, `dev.cupel.slim.analysis`, `dev.cupel.slim.keep`, `dev.cupel.inventory`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.analysis.language;

import org.jspecify.annotations.NullMarked;
