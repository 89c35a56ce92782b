package dev.cupel.observe.recording;

import dev.cupel.observe.observation.AccessKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Events of Tracee with JSON output, in both shapes: `trace.Event` until v0.23 (`types/trace/trace.go` of aquasecurity/tracee),
/// whose arguments stand in `args`, and `v1beta1.Event` since (`api/v1beta1/event.proto` and `event_json.go`), where they stand in
/// `data`. What the events tell is in `docs/docs/events/builtin`.
final class TraceeEvents implements EventFormat {
    @Override
    public RecordingTool tool() {
        return RecordingTool.TRACEE;
    }

    @Override
    public Optional<RecordedEvent> read(EventNode event) {
        if (!event.text("eventName").isEmpty()) {
            String program = event.at("executable").firstText("path").orElseGet(() -> event.text("processName"));
            return Optional.of(happened(event.text("eventName"), event.at("args"), event, program, flat(event)));
        }
        boolean recent = !event.text("name").isEmpty() && (event.has("workload") || event.at("data").json().isArray());
        if (!recent) {
            return Optional.empty();
        }
        EventNode process = event.at("workload").at("process");
        String program = process.at("executable").firstText("path").orElseGet(() -> process.at("thread").text("name"));
        return Optional.of(happened(event.text("name"), event.at("data"), event, program, nested(event)));
    }

    private static RecordedEvent happened(String what, EventNode arguments, EventNode event, String program, RecordedOrigin origin) {
        Map<String, EventNode> values = new HashMap<>();
        arguments.elements().forEach(one -> values.putIfAbsent(one.text("name"), one));
        long result = Stream.of(Optional.ofNullable(values.get("returnValue")).orElse(event))
                .flatMap(one -> Stream.of("returnValue", "value", "int32", "int64").flatMap(key -> one.number(key).stream().boxed()))
                .findFirst()
                .orElse(0L);
        UseList uses = new UseList(program, "");
        if (program.startsWith("/")) {
            uses.found(program, AccessKind.EXECUTE);
        }
        TraceeMeaning.of(what).forEach((argument, kinds) -> {
            String name = Optional.ofNullable(values.get(argument)).map(TraceeEvents::text).orElse("");
            if (name.startsWith("/") || !TraceeMeaning.AS_TYPED.contains(argument)) {
                uses.add(name, kinds.orElseGet(() -> opened(values)), Outcome.found(result));
            }
        });
        return new RecordedEvent.Happened(origin, uses.all());
    }

    private static Set<AccessKind> opened(Map<String, EventNode> values) {
        EventNode flags = values.get("flags");
        return flags == null ? Set.of(AccessKind.READ) : OpenFlags.meaning(text(flags));
    }

    /// `value` in both shapes as Tracee writes them; by type (`str`, `int32`) as its protocol buffers are written by others.
    private static String text(EventNode argument) {
        return argument.firstText("value", "str")
                .orElseGet(() -> Stream.of("value", "int32", "u_int32")
                        .flatMap(key -> argument.number(key).stream().boxed())
                        .map(String::valueOf)
                        .findFirst()
                        .orElse(""));
    }

    private static RecordedOrigin flat(EventNode event) {
        EventNode container = event.at("container");
        String id = event.firstText("containerId").or(() -> container.firstText("id")).orElse("");
        boolean begun = !event.at("contextFlags").says("containerStarted", false);
        String image = container.firstText("image").orElseGet(() -> event.text("containerImage"));
        return id.isEmpty() || !begun ? new RecordedOrigin.Host() : RecordedOrigin.of(image, Stream.of(container.text("imageDigest")));
    }

    /// What happens in a container before it is started is the runtime's doing, and names the host's files.
    private static RecordedOrigin nested(EventNode event) {
        EventNode container = event.at("workload").at("container");
        if (container.text("id").isEmpty() || container.says("started", false)) {
            return new RecordedOrigin.Host();
        }
        EventNode image = container.at("image");
        Stream<String> digests = Stream.concat(Stream.of(image.text("id")), image.at("repo_digests").elements().map(EventNode::text));
        return RecordedOrigin.of(image.text("name"), digests);
    }
}
