/// Puts an image on stage: runs it by a plan, under sensors, asks it what the probes ask, lives its life to the end, and tells
/// what was seen. Start at [Rehearsal].
/// May use: `dev.cupel.observe.run`, `.sensor`, `.probe`, `.observation`, `dev.cupel.linux.process`,
/// `dev.cupel.image`.
@NullMarked
package dev.cupel.observe.rehearsal;

import org.jspecify.annotations.NullMarked;
