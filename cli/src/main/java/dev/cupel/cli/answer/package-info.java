/// What commands found out: records whose component names are the keys of `--format json`, and API. Start at [Answer].
/// May use: `dev.cupel.cli.terminal`, every floor below, Jackson.
@NullMarked
package dev.cupel.cli.answer;

import org.jspecify.annotations.NullMarked;
