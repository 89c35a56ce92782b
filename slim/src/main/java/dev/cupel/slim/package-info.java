/// Makes an image small and proves that it still works.
@NullMarked
package dev.cupel.slim;

import org.jspecify.annotations.NullMarked;
