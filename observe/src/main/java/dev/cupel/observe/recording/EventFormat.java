package dev.cupel.observe.recording;

import java.util.Optional;

/// One tool's way of writing events.
interface EventFormat {
    RecordingTool tool();

    /// The event; empty if it is not of this tool. Fields that are missing or of another kind than documented say nothing.
    Optional<RecordedEvent> read(EventNode event);
}
