/// Tells in what one container's answers differ from another's, when both were asked the same, and leaves out what differs
/// between two runs of one image anyway. Start at [TranscriptComparison].
/// May use: `dev.cupel.observe.probe.transcript`, `dev.cupel.image`, Jackson. Must not use: sockets, processes, the other probe packages.
@NullMarked
package dev.cupel.observe.probe.comparison;

import org.jspecify.annotations.NullMarked;
