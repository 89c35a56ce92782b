@NullMarked
package dev.cupel.observe.probe.transcript.json;

import org.jspecify.annotations.NullMarked;
