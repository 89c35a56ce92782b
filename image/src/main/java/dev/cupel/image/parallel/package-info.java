/// Work done side by side. Lowest floor, so that every feature can use it. May use: the JDK only.
@NullMarked
package dev.cupel.image.parallel;

import org.jspecify.annotations.NullMarked;
