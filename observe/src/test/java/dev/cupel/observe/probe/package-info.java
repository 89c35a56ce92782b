/// Real servers on this machine's loopback, in the place of containers.
@NullMarked
package dev.cupel.observe.probe;

import org.jspecify.annotations.NullMarked;
