/// The checks of images: configuration, history, accounts, files. Start at [ImageChecks].
/// What is in an image is asked of the inventory, so that `lint` and `xray` never disagree.
/// May use: `dev.cupel.image`, `dev.cupel.inventory`, `dev.cupel.lint.check` (for commands in the history), `dev.cupel.lint.dockerfile`, `dev.cupel.lint.rule`.
/// Spec: CIS Docker Benchmark 1.8, section 4; dockle's checkpoints.
@NullMarked
package dev.cupel.lint.image;

import org.jspecify.annotations.NullMarked;
