@NullMarked
package dev.cupel.observe.probe.protocol;

import org.jspecify.annotations.NullMarked;
