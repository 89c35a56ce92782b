/// Extended attributes of files and links, by full name (`security.capability`); values are bytes.
/// Start at [Attributes]. May use: `dev.cupel.linux`.
@NullMarked
package dev.cupel.linux.xattr;

import org.jspecify.annotations.NullMarked;
