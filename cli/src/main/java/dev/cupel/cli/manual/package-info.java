/// What is made of the command line's own description besides help screens: manual pages and completion for fish.
/// May use: picocli, the JDK.
@NullMarked
package dev.cupel.cli.manual;

import org.jspecify.annotations.NullMarked;
