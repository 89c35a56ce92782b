/// Performs a plan of probes against a running container, and a script of it against another one. Start at [Probing].
/// May use: the other probe packages, `dev.cupel.observe.observation`, `dev.cupel.image`. Must not use: sensors, runtimes.
@NullMarked
package dev.cupel.observe.probe.session;

import org.jspecify.annotations.NullMarked;
