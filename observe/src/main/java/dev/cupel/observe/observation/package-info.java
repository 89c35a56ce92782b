/// What was seen while a container ran: immutable values that slimming, hardening and reports are built from.
/// May use: `dev.cupel.image`. Must not use: anything else of this floor.
@NullMarked
package dev.cupel.observe.observation;

import org.jspecify.annotations.NullMarked;
