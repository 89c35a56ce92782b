/// What a rule is, and what was found. The rules themselves are data: `rules.yaml` beside [RuleBook].
/// May use: `dev.cupel.lint.dockerfile` (places), snakeyaml-engine.
@NullMarked
package dev.cupel.lint.rule;

import org.jspecify.annotations.NullMarked;
