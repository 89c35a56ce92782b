package dev.cupel.observe.recording;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a tool's own log that came into the recording: `{"level":"warn","ts":…,"msg":"Lost 5 events"}`. Tracee's reads so
/// (`processLostEvents` in `pkg/ebpf/processor.go` of aquasecurity/tracee).
final class ToolLog {
    private static final Pattern LOST = Pattern.compile("(?i)\\blost (\\d{1,18}) (?:events|samples)\\b");

    private ToolLog() {}

    /// Empty if the line is none of a log.
    static Optional<RecordedEvent> read(EventNode line) {
        Optional<String> message = line.firstText("msg", "message");
        if (message.isEmpty() || line.text("level").isEmpty()) {
            return Optional.empty();
        }
        Matcher lost = LOST.matcher(message.get());
        return Optional.of(
                lost.find() ? new RecordedEvent.Lost(Long.parseLong(lost.group(1)), "tracee lost events") : new RecordedEvent.Aside());
    }
}
