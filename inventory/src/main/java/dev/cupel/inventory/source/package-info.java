/// What the readers of programming languages share: a text that is read forwards, its tokens, and what a program's text says
/// of other programs. Readers of languages may use this package; it uses none of them.
/// May use: the JDK only.
@NullMarked
package dev.cupel.inventory.source;

import org.jspecify.annotations.NullMarked;
