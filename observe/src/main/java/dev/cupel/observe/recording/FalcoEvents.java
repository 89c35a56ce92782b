package dev.cupel.observe.recording;

import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.sensor.CallMeaning;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Alerts of Falco with `json_output: true`. Which fields stand in `output_fields` is the rule's choice; their names are those of
/// Falco's "Supported Fields for Conditions and Outputs" (falco.org/docs/reference/rules/supported-fields). Drops are told by the
/// rule `Falco internal: syscall event drop` (`userspace/falco/event_drops.cpp` of falcosecurity/falco) and by metrics snapshots
/// (falco.org/docs/concepts/metrics/falco-metrics).
final class FalcoEvents implements EventFormat {
    private static final String DROP = "Falco internal: syscall event drop";
    private static final String INTERNAL = "Falco internal:";
    private static final String TOO_LONG = "/PATH_TOO_LONG"; // sinsp_utils::concatenate_paths, userspace/libsinsp/utils.cpp
    private static final String UNKNOWN = "<UNKNOWN>"; // stands for a directory that Falco lost sight of

    @Override
    public RecordingTool tool() {
        return RecordingTool.FALCO;
    }

    @Override
    public Optional<RecordedEvent> read(EventNode event) {
        if (!event.at("output_fields").json().isObject() || event.text("rule").isEmpty()) {
            return event.has("output") && event.has("priority") && event.has("rule")
                    ? Optional.of(new RecordedEvent.Happened(new RecordedOrigin.Unknown(), new UseList("", "").all()))
                    : Optional.empty();
        }
        EventNode fields = event.at("output_fields");
        if (event.text("rule").equals(DROP)) {
            return Optional.of(new RecordedEvent.Lost(fields.number("n_drops").orElse(0), "falco dropped system calls"));
        }
        return Optional.of(event.text("rule").startsWith(INTERNAL) ? metrics(fields) : happened(fields));
    }

    /// Counters since Falco's start; the former value stands beside.
    private static RecordedEvent metrics(EventNode fields) {
        long kernel = fields.number("scap.n_drops").orElse(0) - fields.number("scap.n_drops_prev").orElse(0);
        long queue = fields.number("falco.outputs_queue_num_drops").orElse(0);
        long lost = Math.max(kernel, 0) + Math.max(queue, 0);
        return lost > 0 ? new RecordedEvent.Lost(lost, "falco's metrics tell of drops") : new RecordedEvent.Aside();
    }

    private static RecordedEvent happened(EventNode fields) {
        String executable = told(fields, "proc.exepath").orElse("");
        String program = executable.isEmpty() ? told(fields, "proc.name").orElse("") : executable;
        UseList uses = new UseList(program, told(fields, "proc.cwd").orElse(""));
        if (!fields.says("proc.is_exe_upper_layer", true)) {
            uses.found(executable, AccessKind.EXECUTE);
        }
        Set<AccessKind> kinds = kinds(fields);
        boolean found = Outcome.found(told(fields, "evt.res").orElse(""));
        file(fields).ifPresent(name -> add(uses, name, kinds, found));
        return new RecordedEvent.Happened(origin(fields), uses.all());
    }

    private static void add(UseList uses, String name, Set<AccessKind> kinds, boolean found) {
        if (name.equals(TOO_LONG) || name.startsWith(UNKNOWN)) {
            uses.cut(kinds);
        } else {
            uses.add(name, kinds, found);
        }
    }

    /// A failed open has no descriptor, so `fd.name` is empty then; `fs.path.name` is not. What a socket is called is no path.
    private static Optional<String> file(EventNode fields) {
        String type = told(fields, "fd.type").orElse("file");
        boolean ofFile = type.equals("file") || type.equals("directory");
        return told(fields, "fs.path.name")
                .or(() -> ofFile ? told(fields, "fd.name") : Optional.empty())
                .or(() -> told(fields, "evt.arg.name"))
                .or(() -> told(fields, "evt.arg.pathname"))
                .or(() -> told(fields, "evt.arg.path"))
                .or(() -> told(fields, "evt.arg.filename"))
                .filter(name -> name.startsWith("/") || !name.contains("->"));
    }

    private static Set<AccessKind> kinds(EventNode fields) {
        String call = told(fields, "evt.type").orElse("open");
        if (!call.startsWith("open")) {
            return switch (call) {
                case "read", "readv", "pread", "preadv", "mmap", "mmap2", "close", "sendfile" -> Set.of(AccessKind.READ);
                default -> CallMeaning.of(call, 0);
            };
        }
        Optional<String> flags = told(fields, "evt.arg.flags");
        if (flags.isPresent()) {
            return OpenFlags.meaning(flags.get());
        }
        boolean writes = fields.says("evt.is_open_write", true);
        boolean reads = !writes || fields.says("evt.is_open_read", true);
        return reads ? (writes ? Set.of(AccessKind.READ, AccessKind.WRITE) : Set.of(AccessKind.READ)) : Set.of(AccessKind.WRITE);
    }

    private static RecordedOrigin origin(EventNode fields) {
        if (told(fields, "container.id").filter("host"::equals).isPresent()) {
            return new RecordedOrigin.Host();
        }
        String name = told(fields, "container.image.repository")
                .map(repository -> repository + told(fields, "container.image.tag").map(tag -> ":" + tag).orElse(""))
                .or(() -> told(fields, "container.image"))
                .orElse("");
        Stream<String> digests = Stream.of("container.image.digest", "container.image.id")
                .flatMap(key -> told(fields, key).stream())
                .map(text -> text.matches("[0-9a-f]{64}") ? "sha256:" + text : text);
        return RecordedOrigin.of(name, digests);
    }

    /// Falco writes null or `<NA>` for what it does not know.
    private static Optional<String> told(EventNode fields, String key) {
        return Optional.of(fields.text(key)).filter(text -> !text.isEmpty() && !text.equals("<NA>"));
    }
}
