/// Runs containers: unpacks layers, mounts them, writes the OCI runtime configuration, drives the runtime, cleans up.
/// May use: everything below on this floor, `dev.cupel.linux`, `dev.cupel.image`.
@NullMarked
package dev.cupel.observe.run;

import org.jspecify.annotations.NullMarked;
