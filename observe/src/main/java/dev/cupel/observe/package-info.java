/// Runs a container and watches it: the way from an image and a plan to what was seen.
/// Its packages, lowest first: `observation` (values), `sensor`, `probe`, `run`.
@NullMarked
package dev.cupel.observe;

import org.jspecify.annotations.NullMarked;
