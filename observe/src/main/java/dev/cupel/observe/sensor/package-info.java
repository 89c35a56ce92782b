/// Sensors: each watches the processes of one container and tells what they did to which path.
/// Start at [Sensors], which finds out what works here, and [Watch], which holds the sensors of one container.
/// May use: `dev.cupel.observe.observation`, `dev.cupel.observe.journal`, `dev.cupel.linux`, `dev.cupel.image`.
@NullMarked
package dev.cupel.observe.sensor;

import org.jspecify.annotations.NullMarked;
