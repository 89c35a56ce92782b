/// What is not to be told: by comment, by directive, by configuration. Start at [Suppression]; [LintConfig] is what the files say.
/// May use: `dev.cupel.lint.dockerfile`, `dev.cupel.lint.rule`, `dev.cupel.lint.check` (surroundings), snakeyaml-engine.
@NullMarked
package dev.cupel.lint.ignore;

import org.jspecify.annotations.NullMarked;
