package dev.cupel.observe.sensor;

import dev.cupel.image.ImagePath;
import dev.cupel.image.Quoted;
import dev.cupel.linux.trace.Loss;
import dev.cupel.linux.trace.Trace;
import dev.cupel.linux.trace.TraceEvent;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.AccessKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Sees every system call that names a file, as the program wrote it and whatever came of it. What the kernel opens by itself
/// (a script's interpreter is told by exec, an ELF loader is not) and links on the way are not seen.
final class EbpfSensor implements Sensor {
    private static final Pattern DESCRIPTOR = Pattern.compile("^/dev/fd/\\d+/?");

    private final Trace trace;
    private final Attachment<Recorder> recorder = new Attachment<>();
    private final Pump pump = new Pump("cupel-ebpf", this::round, this::failed);
    private final Attachment<Presence> presence = new Attachment<>();
    private final Map<Long, String> programs = new HashMap<>();
    private long mountNamespace;

    EbpfSensor(Trace trace) {
        this.trace = trace;
    }

    @Override
    public String name() {
        return "ebpf";
    }

    @Override
    public void attach(SensorTarget target, Recorder log) throws IOException {
        recorder.set(log);
        presence.set(new Presence(target.mergedRoot()));
        mountNamespace = mountNamespace(target.initPid());
        ControlGroup group = ControlGroup.at(target.cgroup());
        trace.attach(group.id(), group.level(), mountNamespace);
        pump.start();
    }

    @Override
    public void beginPhase() throws IOException {
        trace.beginPhase();
    }

    @Override
    public void drain() throws IOException {
        pump.now();
    }

    @Override
    public void close() throws IOException {
        try (trace) {
            if (presence.isSet()) {
                finish();
            }
        }
    }

    private void finish() throws IOException {
        try (Presence _ = presence.get()) {
            trace.detach();
            pump.stop();
            trace.calls().forEach(recorder.get()::systemCall);
            trace.capabilities()
                    .ifPresentOrElse(
                            granted -> granted.forEach(recorder.get()::capability),
                            () -> recorder.get().remark("which capabilities were used is not known: this kernel has no tracepoint for it"));
            trace.losses().forEach(this::lost);
        }
    }

    private void round() {
        trace.drain(this::tell);
    }

    private void tell(TraceEvent event) {
        switch (event.kind()) {
            case EXECUTABLE -> {
                programs.put(event.program(), event.directory());
                if (event.program() != 0) {
                    recorder.get().started();
                }
            }
            case STARTED -> path(event, Set.of(AccessKind.EXECUTE), event.base() == TraceEvent.Base.COMPLETE ? byName(event.text()) : event.text());
            case INTERPRETER -> path(event, Set.of(AccessKind.EXECUTE), event.text());
            case PATH, SECOND_PATH -> path(event, CallMeaning.of(trace.name(event.call()), event.flags()), event.text());
            case LISTENER -> SocketAddressText.listener(event.text()).ifPresent(recorder.get()::listening);
            case ADDRESS -> address(event);
        }
    }

    private void address(TraceEvent event) {
        SocketAddressText.unixPath(event.text()).ifPresent(path -> path(event, Set.of(AccessKind.SOCKET), path));
        if (trace.name(event.call()).equals("connect")) {
            SocketAddressText.peer(event.text()).ifPresent(recorder.get()::connected);
        }
    }

    /// Processes of the runtime that are still on the host name the host's files; only the canary's names count there.
    private void path(TraceEvent event, Set<AccessKind> kinds, String text) {
        boolean ours = event.program() != 0;
        boolean outside = !ours && event.mountNamespace() != mountNamespace;
        if (event.base() == TraceEvent.Base.COMPLETE || event.base() == TraceEvent.Base.NONE) {
            ImagePath path = ImagePath.of(event.directory() + "/" + text);
            String program = programs.getOrDefault(event.program(), event.command());
            String phase = ours ? recorder.get().phase() : Recorder.RUNTIME;
            boolean found = found(event, path);
            for (AccessKind kind : kinds) {
                Access access = new Access(path, kind, found, program, phase, name());
                if (!outside || Canary.isOne(path)) {
                    recorder.get().access(access);
                }
            }
        }
    }

    private boolean found(TraceEvent event, ImagePath path) {
        return switch (event.outcome()) {
            case DONE, FAILED -> true;
            case MISSING -> false;
            case UNKNOWN -> isThere(path);
        };
    }

    /// What io_uring was asked for is looked up when it is told, not when it is done.
    private boolean isThere(ImagePath path) {
        try {
            return presence.get().has(path, true);
        } catch (IOException e) {
            recorder.get().remark("whether io_uring found " + Quoted.of(path.text()) + " is not known: " + e.getMessage());
            return true;
        }
    }

    /// execveat(2) names a program `/dev/fd/7/tool`, where the directory behind descriptor 7 is known; or just `/dev/fd/7`.
    private static String byName(String text) {
        return DESCRIPTOR.matcher(text).replaceFirst("");
    }

    private void lost(Loss loss, long count) {
        recorder.get().lost(name(), count);
        recorder.get().remark("ebpf: " + count + " " + loss.words());
    }

    private void failed(IOException e) {
        recorder.get().lost(name(), 1);
        recorder.get().remark("ebpf stopped: " + e.getMessage());
    }

    /// `/proc/PID/ns/mnt` leads to `mnt:[4026531841]`.
    private static long mountNamespace(int process) throws IOException {
        String link = Files.readSymbolicLink(Path.of("/proc/" + process + "/ns/mnt")).toString();
        return Long.parseLong(link.substring(link.indexOf('[') + 1, link.length() - 1));
    }
}
