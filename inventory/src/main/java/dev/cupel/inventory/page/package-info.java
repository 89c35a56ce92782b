/// Pages that need nothing but themselves: the style and the functions that all reports share, put together with a report's own.
/// May use: the JDK only.
@NullMarked
package dev.cupel.inventory.page;

import org.jspecify.annotations.NullMarked;
