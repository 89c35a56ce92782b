/// Mends what can be mended without a person: applies edits, shows them as a diff, writes the file in one step.
/// May use: `dev.cupel.lint.dockerfile`, `dev.cupel.lint.rule`, java-diff-utils.
@NullMarked
package dev.cupel.lint.fix;

import org.jspecify.annotations.NullMarked;
