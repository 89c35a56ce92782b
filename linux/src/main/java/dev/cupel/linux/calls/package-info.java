/// System calls as data: their numbers and names on each processor, and which of their arguments lead to files.
/// Start at [CallTable]. May use: the JDK only.
@NullMarked
package dev.cupel.linux.calls;

import org.jspecify.annotations.NullMarked;
