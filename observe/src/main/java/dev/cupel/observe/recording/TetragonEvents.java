package dev.cupel.observe.recording;

import dev.cupel.observe.observation.AccessKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Events of Tetragon as its export file and `tetra getevents` write them: `GetEventsResponse` in `api/v1/tetragon/events.proto`
/// and `tetragon.proto` of cilium/tetragon, as JSON with the names of the protocol buffers
/// (tetragon.io/docs/reference/grpc-api).
final class TetragonEvents implements EventFormat {
    private static final String RATE_LIMIT = "rate_limit_info";
    private static final String THROTTLE = "process_throttle";

    @Override
    public RecordingTool tool() {
        return RecordingTool.TETRAGON;
    }

    @Override
    public Optional<RecordedEvent> read(EventNode event) {
        if (event.has(RATE_LIMIT)) {
            long dropped = event.at(RATE_LIMIT).number("number_of_dropped_process_events").orElse(0);
            return Optional.of(new RecordedEvent.Lost(dropped, "tetragon dropped events at its rate limit"));
        }
        if (event.has(THROTTLE)) {
            boolean begun = event.at(THROTTLE).text("type").equals("THROTTLE_START");
            return Optional.of(begun ? new RecordedEvent.Lost(0, "tetragon throttled a control group") : new RecordedEvent.Aside());
        }
        return event.json().properties().stream()
                .filter(member -> member.getKey().startsWith("process_") && member.getValue().isObject())
                .map(Map.Entry::getKey)
                .findFirst()
                .map(kind -> happened(kind, event.at(kind)));
    }

    private static RecordedEvent happened(String kind, EventNode body) {
        EventNode process = body.at("process");
        String flags = " " + process.text("flags") + " ";
        boolean lostDirectory = flags.contains(" errorCWD ") || flags.contains(" noCWDSupport ");
        String directory = lostDirectory ? "" : process.text("cwd");
        UseList uses = new UseList(process.text("binary"), directory);
        if (flags.contains(" truncFilename ") || flags.contains(" errorFilename ")) {
            uses.cut(Set.of(AccessKind.EXECUTE));
        } else {
            uses.found(process.text("binary"), AccessKind.EXECUTE);
        }
        switch (kind) {
            case "process_loader", "process_uprobe", "process_usdt" -> uses.found(body.text("path"), AccessKind.READ);
            case "process_kprobe", "process_lsm" -> new TetragonArguments(body, body.text("function_name")).addTo(uses);
            case "process_tracepoint" -> new TetragonArguments(body, body.text("event")).addTo(uses);
            default -> {} // exec and exit: the program is all they tell
        }
        return new RecordedEvent.Happened(origin(process), uses.all());
    }

    /// Without a pod and without a container's id the process is the host's.
    private static RecordedOrigin origin(EventNode process) {
        EventNode image = process.at("pod").at("container").at("image");
        RecordedOrigin told = RecordedOrigin.of(image.text("name"), Stream.of(image.text("id")));
        boolean inContainer = process.at("pod").isPresent() || !process.text("docker").isEmpty();
        return told instanceof RecordedOrigin.Unknown && process.isPresent() && !inContainer ? new RecordedOrigin.Host() : told;
    }
}
