package dev.cupel.observe.sensor;

import dev.cupel.linux.calls.FileCalls;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.observation.ListeningSocket;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Tells a recorder what calls of a container's processes ask for and what came of them. A process is still the runtime's while it
/// runs the program that the container's first process runs before its start. Safe for use by several threads.
final class HeldCalls {
    /// Files that are asked for through a ring are asked for without a call.
    private static final String RING = "io_uring_setup";

    /// The calls that are worth a stop.
    static final SortedSet<String> ALL = Collections.unmodifiableSortedSet(new TreeSet<>(
            Stream.concat(FileCalls.all().keySet().stream(), Stream.of(RING)).toList()));

    private final String sensor;
    private final Recorder recorder;
    private final Optional<String> runtime;
    private final Optional<String> mounts;
    private final Optional<String> host = new HeldThread((int) ProcessHandle.current().pid()).mountNamespace();
    private final Map<String, ListeningSocket> bound = new ConcurrentHashMap<>();

    /// @param init the container's first process, which waits for its start
    HeldCalls(String sensor, HeldThread init, Recorder recorder) throws IOException {
        this.sensor = sensor;
        this.recorder = recorder;
        this.runtime = init.program();
        this.mounts = init.mountNamespace();
    }

    /// Reads what the call asks for; empty for a process that is still on the host.
    Optional<Asked> ask(HeldCall call) throws IOException {
        Optional<String> program = call.thread().program();
        boolean ours = isOurs(call.thread(), program);
        if (!ours && !call.thread().mountNamespace().equals(mounts)) {
            return Optional.empty();
        }
        boolean addressed = call.name().equals("connect") || call.name().equals("bind");
        boolean waits = call.name().equals("listen") || call.name().equals("bind");
        return Optional.of(new Asked(
                call,
                call.paths(),
                program.orElse(""),
                ours,
                addressed ? call.address() : "",
                waits ? call.thread().file(call.arguments().getFirst()) : Optional.empty()));
    }

    void tell(Asked asked, Outcome outcome) throws IOException {
        if (asked.ours()) {
            recorder.systemCall(asked.call().name());
        }
        for (HeldCall.Named named : asked.paths()) {
            tell(asked, named, outcome);
        }
        switch (asked.call().name()) {
            case "connect" -> SocketAddressText.peer(asked.address()).ifPresent(recorder::connected);
            case "bind" -> bound(asked);
            case "listen" -> asked.socket().map(bound::get).ifPresent(recorder::listening);
            case RING -> recorder.unseeable(sensor + ": a program used io_uring; what it asked for through its ring is not seen");
            default -> {}
        }
    }

    /// Tells what the kernel itself opened to start a program: the interpreter of a script, the loader of an executable.
    void started(HeldThread thread) throws IOException {
        Optional<String> program = thread.program();
        if (program.isPresent() && isOurs(thread, program)) {
            for (String file : thread.mapped()) {
                HeldCall.Named named = new HeldCall.Named(file, 0, false);
                access(named, AccessKind.EXECUTE, true, program.get(), recorder.phase());
            }
        }
    }

    /// A call of a program whose numbers mean other calls.
    void foreign() {
        recorder.unseeable(sensor + ": a 32-bit program made system calls; their numbers mean other calls, so they were not followed");
    }

    /// Something that could not be looked at.
    void unread(String what, IOException reason) {
        recorder.lost(sensor, 1);
        recorder.remark(sensor + ": " + what + " could not be followed: " + reason.getMessage());
    }

    private void tell(Asked asked, HeldCall.Named named, Outcome outcome) throws IOException {
        boolean found = outcome.found(named);
        for (AccessKind kind : CallMeaning.of(asked.call().name(), named.flags())) {
            boolean starts = kind == AccessKind.EXECUTE && found && outcome.done();
            if (starts) {
                recorder.started();
            }
            String phase = asked.ours() || starts ? recorder.phase() : Recorder.RUNTIME;
            access(named, kind, found, starts ? named.path().text() : asked.caller(), phase);
        }
    }

    private void access(HeldCall.Named named, AccessKind kind, boolean found, String program, String phase) {
        recorder.access(new Access(named.path(), kind, found, program, phase, sensor));
    }

    private void bound(Asked asked) {
        Optional<ListeningSocket> address = SocketAddressText.bound(asked.address());
        if (asked.socket().isPresent() && address.isPresent()) {
            bound.put(asked.socket().get(), address.get());
        }
    }

    /// Whoever is neither the runtime nor on the host: a program of the container may have made mounts of its own.
    private boolean isOurs(HeldThread thread, Optional<String> program) throws IOException {
        return !program.equals(runtime) && !thread.mountNamespace().equals(host);
    }
}
