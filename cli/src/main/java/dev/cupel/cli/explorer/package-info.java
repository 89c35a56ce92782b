/// `cupel xray` on a terminal: layers on the left, their files on the right. Start at [Explorer]; [Deck] is what can be seen and done,
/// the panes draw it, [KeyInput] reads keys.
/// May use: `dev.cupel.inspect`, `dev.cupel.image`, `dev.cupel.cli.terminal`, JLine.
@NullMarked
package dev.cupel.cli.explorer;

import org.jspecify.annotations.NullMarked;
