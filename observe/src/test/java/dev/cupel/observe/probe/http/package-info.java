@NullMarked
package dev.cupel.observe.probe.http;

import org.jspecify.annotations.NullMarked;
