/// The user's own questions: probe files (`--probe FILE`), commands (`--exec`, `--test`). Start at [ProbeFile] and [CommandWords].
/// May use: `dev.cupel.observe.probe.transcript`, `dev.cupel.observe.probe.document`, Jackson's tree. Must not use: sockets, processes.
@NullMarked
package dev.cupel.observe.probe.file;

import org.jspecify.annotations.NullMarked;
