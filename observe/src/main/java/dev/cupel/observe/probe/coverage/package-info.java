/// Estimates what probing has missed. Start at [CoverageEstimate]. May use: `dev.cupel.observe.observation`.
@NullMarked
package dev.cupel.observe.probe.coverage;

import org.jspecify.annotations.NullMarked;
