@NullMarked
package dev.cupel.observe.probe.document;

import org.jspecify.annotations.NullMarked;
