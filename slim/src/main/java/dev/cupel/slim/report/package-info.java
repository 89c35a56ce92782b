/// What a slimming came to, as data, as JSON and as a page. Start at [SlimReport].
/// May use: `dev.cupel.slim.keep`, `dev.cupel.inventory`, `dev.cupel.image`, Jackson.
@NullMarked
package dev.cupel.slim.report;

import org.jspecify.annotations.NullMarked;
