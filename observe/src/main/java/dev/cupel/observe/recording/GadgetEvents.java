package dev.cupel.observe.recording;

import dev.cupel.observe.observation.AccessKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Events of Inspektor Gadget's `trace_open` and `trace_exec` as `-o json` writes them. The fields are those of `struct event` in
/// `gadgets/trace_open/program.bpf.c` and `gadgets/trace_exec/program.bpf.c` of inspektor-gadget/inspektor-gadget, and of its
/// container enrichment (`runtime.containerImageName`, `runtime.containerImageDigest`).
final class GadgetEvents implements EventFormat {
    // `char fname[NAME_MAX]`, NAME_MAX 255, is filled by bpf_probe_read_user_str: 254 bytes and an end.
    private static final int LONGEST_NAME = 254;
    private static final int LONGEST_ARGUMENT = 127; // ARGSIZE 128

    @Override
    public RecordingTool tool() {
        return RecordingTool.INSPEKTOR_GADGET;
    }

    @Override
    public Optional<RecordedEvent> read(EventNode event) {
        if (event.at("fname").json().isString()) {
            return Optional.of(opened(event));
        }
        boolean process = event.has("proc") || event.has("comm");
        boolean executed = event.at("args").json().isString() || event.at("exepath").json().isString();
        return process && executed ? Optional.of(executed(event)) : Optional.empty();
    }

    private static RecordedEvent opened(EventNode event) {
        Set<AccessKind> kinds = OpenFlags.meaning(event.firstText("flags").orElseGet(() -> number(event, "flags_raw", "flags")));
        boolean found = found(event);
        UseList uses = new UseList(program(event), event.text("cwd"));
        String asked = event.text("fname");
        String opened = event.text("fpath"); // with --paths: what the kernel came to, links followed
        uses.add(opened, kinds, found);
        if (asked.getBytes(StandardCharsets.UTF_8).length >= LONGEST_NAME) {
            if (opened.isEmpty()) {
                uses.cut(kinds);
            }
        } else if (asked.startsWith("/") || opened.isEmpty()) {
            uses.add(asked, kinds, found);
        }
        return new RecordedEvent.Happened(origin(event), uses.all());
    }

    private static RecordedEvent executed(EventNode event) {
        boolean found = found(event);
        UseList uses = new UseList(program(event), event.text("cwd"));
        String executable = event.says("upper_layer", true) ? "" : event.text("exepath");
        String script = event.says("fupper_layer", true) ? "" : event.text("file");
        uses.add(executable, Set.of(AccessKind.EXECUTE), found);
        uses.add(script, Set.of(AccessKind.EXECUTE), found);
        boolean own = event.says("upper_layer", true) || event.says("fupper_layer", true);
        String typed = event.text("args").split(" ", 2)[0];
        boolean known = !executable.isEmpty() || !script.isEmpty();
        if (own || (known && !typed.startsWith("/"))) {
            return new RecordedEvent.Happened(origin(event), uses.all());
        }
        if (typed.length() < LONGEST_ARGUMENT) {
            uses.add(typed, Set.of(AccessKind.EXECUTE), found);
        } else if (!known) {
            uses.cut(Set.of(AccessKind.EXECUTE));
        }
        return new RecordedEvent.Happened(origin(event), uses.all());
    }

    /// `error` is a name; `error_raw` its number; before v0.31 `err` was that, or `ret` and `retval` the call's result.
    private static boolean found(EventNode event) {
        if (!event.text("error").isEmpty()) {
            return Outcome.found(event.text("error"));
        }
        long number = Stream.of("error_raw", "err").mapToLong(key -> event.number(key).orElse(0)).sum();
        long result = Stream.of("ret", "retval").mapToLong(key -> Math.min(0, event.number(key).orElse(0))).sum();
        return Outcome.found(-number) && Outcome.found(result);
    }

    private static String number(EventNode event, String... keys) {
        return Stream.of(keys)
                .flatMap(key -> event.number(key).stream().boxed())
                .map(String::valueOf)
                .findFirst()
                .orElse("");
    }

    private static String program(EventNode event) {
        return event.firstText("exepath").or(() -> event.at("proc").firstText("comm")).orElseGet(() -> event.text("comm"));
    }

    private static RecordedOrigin origin(EventNode event) {
        EventNode runtime = event.at("runtime");
        RecordedOrigin image =
                RecordedOrigin.of(runtime.text("containerImageName"), Stream.of(runtime.text("containerImageDigest")));
        boolean inContainer = runtime.firstText("containerName", "containerId").isPresent();
        return image instanceof RecordedOrigin.Unknown && runtime.isPresent() && !inContainer ? new RecordedOrigin.Host() : image;
    }
}
