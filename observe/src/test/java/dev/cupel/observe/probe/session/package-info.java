/// Whole sessions of probing against real servers.
@NullMarked
package dev.cupel.observe.probe.session;

import org.jspecify.annotations.NullMarked;
