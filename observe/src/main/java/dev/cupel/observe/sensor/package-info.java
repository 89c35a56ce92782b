/// Sensors: each watches the processes of one container and tells what they did to which path.
/// Start at [Sensor]. May use: `dev.cupel.observe.observation`, `dev.cupel.linux`, `dev.cupel.image`.
@NullMarked
package dev.cupel.observe.sensor;

import org.jspecify.annotations.NullMarked;
