/// How the store writes what it wants back quickly: numbers and names in few bytes ([CompactOutput], [CompactInput]), and whole
/// records without code of their own ([RecordForm]).
/// May use: `dev.cupel.image`.
@NullMarked
package dev.cupel.image.compact;

import org.jspecify.annotations.NullMarked;
