/// Knowledge that no file format tells: what the parts of a system look for by name. It stands in `*.rules` files beside these
/// classes, one rule a paragraph, with the reason that the report prints.
/// Start at [RuleAnalyzer]; to add a rule, add a paragraph.
/// May use: `dev.cupel.slim.analysis.system.glob`, `dev.cupel.slim.analysis.system.elf`, `dev.cupel.slim.analysis`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.analysis.system.rules;

import org.jspecify.annotations.NullMarked;
