package dev.cupel.observe.recording;

import dev.cupel.observe.observation.AccessKind;

/// What an event tells that was done to one file.
///
/// @param found false when the kernel answered ENOENT or ENOTDIR
/// @param program that did it; empty where the event does not tell
record RecordedUse(RecordedName name, AccessKind kind, boolean found, String program) {}
