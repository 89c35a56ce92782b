/// What a run leaves on the machine, written down before it is made, so that whatever ends the run, even SIGKILL, the next
/// start can clean up. Start at [Workshop].
/// May use: `dev.cupel.linux`, `dev.cupel.image`.
@NullMarked
package dev.cupel.observe.journal;

import org.jspecify.annotations.NullMarked;
