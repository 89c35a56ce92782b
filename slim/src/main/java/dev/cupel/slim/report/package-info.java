/// What a slimming came to, as data, as JSON and as a page. Start at [SlimReport].
/// May use: `dev.cupel.slim.keep`, `dev.cupel.slim.slimming`, floors below, Jackson.
@NullMarked
package dev.cupel.slim.report;

import org.jspecify.annotations.NullMarked;
