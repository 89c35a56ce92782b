/// Probes: they exercise a running container as its users would, and write down what it answered.
/// Start at [ProbeTarget]. May use: `dev.cupel.observe.observation`, `dev.cupel.image`, jsoup, snakeyaml-engine.
/// Must not use: sensors, runtimes.
@NullMarked
package dev.cupel.observe.probe;

import org.jspecify.annotations.NullMarked;
