/// Estimates what probing has missed. Start at [CoverageEstimate]. May use: `dev.cupel.image`.
@NullMarked
package dev.cupel.observe.probe.coverage;

import org.jspecify.annotations.NullMarked;
