@NullMarked
package dev.cupel.observe.probe.comparison;

import org.jspecify.annotations.NullMarked;
