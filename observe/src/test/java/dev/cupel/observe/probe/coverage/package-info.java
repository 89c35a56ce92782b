@NullMarked
package dev.cupel.observe.probe.coverage;

import org.jspecify.annotations.NullMarked;
