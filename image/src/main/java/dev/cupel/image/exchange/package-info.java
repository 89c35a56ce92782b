/// Images in and out, wherever they are: the door that commands use. Start at [Images].
/// May use: every package of this floor. Must not use: any other floor.
@NullMarked
package dev.cupel.image.exchange;

import org.jspecify.annotations.NullMarked;
