/// Speaks the protocols of common services: finds out which one a port speaks, logs in, says a list of lines and takes down
/// the replies. One class a protocol; each bounds what it reads. Start at [Conversation] and [Greeting].
/// May use: `dev.cupel.observe.probe.transcript`, `java.net`. Must not use: the other probe packages.
@NullMarked
package dev.cupel.observe.probe.protocol;

import org.jspecify.annotations.NullMarked;
