/// Words of the command line that are checked as they are read, before anything is done; what cannot be read is an
/// [IllegalArgumentException] whose sentence says how to write it.
/// May use: `dev.cupel.image`, `dev.cupel.observe.probe.file`, the JDK.
@NullMarked
package dev.cupel.cli.value;

import org.jspecify.annotations.NullMarked;
