/// Java: a JDK is one unit, class paths lead from archive to archive, fonts for drawing without a screen.
/// Start at [JavaAnalyzer].
/// May use: `dev.cupel.inventory.java`, `dev.cupel.slim.analysis`, `dev.cupel.slim.keep`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.analysis.language.java;

import org.jspecify.annotations.NullMarked;
