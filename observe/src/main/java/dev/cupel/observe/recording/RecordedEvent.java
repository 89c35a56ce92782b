package dev.cupel.observe.recording;

import java.util.List;

/// One line of a recording, understood.
sealed interface RecordedEvent {
    /// Something that was done; `uses` is empty where no file was concerned.
    record Happened(RecordedOrigin origin, List<RecordedUse> uses) implements RecordedEvent {
        public Happened {
            uses = List.copyOf(uses);
        }
    }

    /// The tool says that it did not record everything.
    ///
    /// @param count of events; 0 where it does not say how many
    record Lost(long count, String how) implements RecordedEvent {}

    /// What the tool says about itself: its log, its metrics.
    record Aside() implements RecordedEvent {}
}
