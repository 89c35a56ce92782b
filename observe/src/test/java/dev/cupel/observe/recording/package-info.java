@NullMarked
package dev.cupel.observe.recording;

import org.jspecify.annotations.NullMarked;
