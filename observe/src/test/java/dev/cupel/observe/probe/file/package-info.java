@NullMarked
package dev.cupel.observe.probe.file;

import org.jspecify.annotations.NullMarked;
