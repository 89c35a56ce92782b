@NullMarked
package dev.cupel.observe.probe.openapi;

import org.jspecify.annotations.NullMarked;
