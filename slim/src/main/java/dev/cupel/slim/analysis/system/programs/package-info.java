/// Finds programs by name, as a container of the image would. Start at [Programs].
/// May use: `dev.cupel.slim.analysis`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.analysis.system.programs;

import org.jspecify.annotations.NullMarked;
