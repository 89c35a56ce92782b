/// `cupel xray`: everything there is to say about one image, as a report, as JSON, as a page; and the gates a build can set.
/// Start at [Xray]. May use: `dev.cupel.image`, `dev.cupel.inventory`, the other packages of this floor.
@NullMarked
package dev.cupel.inspect.xray;

import org.jspecify.annotations.NullMarked;
