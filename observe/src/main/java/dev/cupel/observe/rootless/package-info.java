/// Running images without root: this program again, in a user namespace where its user is root. Start at [Rootless].
/// May use: `dev.cupel.observe.journal`, `dev.cupel.linux`, `dev.cupel.image`.
@NullMarked
package dev.cupel.observe.rootless;

import org.jspecify.annotations.NullMarked;
