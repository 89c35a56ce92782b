/// The JSON form of transcripts and scripts; its keys are documented in `docs/transcript.md`. Start at [TranscriptJson].
/// May use: `dev.cupel.observe.probe.transcript`, `dev.cupel.image`, Jackson. Must not use: the other probe packages.
@NullMarked
package dev.cupel.observe.probe.transcript.json;

import org.jspecify.annotations.NullMarked;
