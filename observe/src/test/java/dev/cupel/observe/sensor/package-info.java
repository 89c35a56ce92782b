/// Sensors against real containers: what each must see, and what it cannot.
@NullMarked
package dev.cupel.observe.sensor;

import org.jspecify.annotations.NullMarked;
