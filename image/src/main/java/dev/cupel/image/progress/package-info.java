/// How long work tells what it is at. Lowest floor, so that every feature can speak through it.
/// May use: the JDK only.
@NullMarked
package dev.cupel.image.progress;

import org.jspecify.annotations.NullMarked;
