/// The checks of Dockerfiles, by topic: each method is one rule or one family of them. Start at [Checks], which lists all; what they look at
/// is a [BuildFile], what they say goes to a [Findings].
/// May use: `dev.cupel.lint.dockerfile`, `dev.cupel.lint.rule`, `dev.cupel.inventory.secret`, `.shell`.
@NullMarked
package dev.cupel.lint.check;

import org.jspecify.annotations.NullMarked;
