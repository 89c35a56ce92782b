/// What a person sees while Cupel works: progress on standard error, sizes and times in words.
/// May use: `dev.cupel.image.progress`, the JDK.
@NullMarked
package dev.cupel.cli.terminal;

import org.jspecify.annotations.NullMarked;
