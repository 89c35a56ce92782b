/// What was asked of a container and what it answered: immutable values, their script for asking the same again, and
/// their JSON form. Start at [Transcript].
/// May use: `dev.cupel.observe.observation`, `dev.cupel.image`, Jackson. Must not use: sockets, processes, the other probe packages.
@NullMarked
package dev.cupel.observe.probe.transcript;

import org.jspecify.annotations.NullMarked;
