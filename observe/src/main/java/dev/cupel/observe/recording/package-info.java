/// Reads what a tool recorded of containers in production: Tetragon, Tracee, Falco, Inspektor Gadget, one JSON event a line.
/// What one image's containers did becomes the same observations that a run under sensors gives. Start at [RecordingFile];
/// [RecordingReader] is the parser, and each `…Events` knows one tool's format.
/// May use: `dev.cupel.observe.observation`, `dev.cupel.observe.sensor` (only what a system call does to a path),
/// `dev.cupel.image`, Jackson. Must not use: containers, probes.
@NullMarked
package dev.cupel.observe.recording;

import org.jspecify.annotations.NullMarked;
