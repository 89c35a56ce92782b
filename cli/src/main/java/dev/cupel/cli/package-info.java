/// The command line: parse, call one feature, print, exit.
/// May use: every floor below. Must not use: `java.lang.foreign`.
@NullMarked
package dev.cupel.cli;

import org.jspecify.annotations.NullMarked;
