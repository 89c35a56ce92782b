package dev.cupel.observe.sensor;

import dev.cupel.image.ImagePath;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.observation.ListeningSocket;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Tells a recorder what calls that wait are about to do. What comes of them is not known yet: whether a path is there is looked up.
/// The program of a process that is still the runtime's is the one that the container's first process runs before its start.
final class HeldCalls {
    private final String sensor;
    private final Recorder recorder;
    private final Presence presence;
    private final Optional<String> runtime;
    private final Optional<String> mounts;
    private final Map<String, ListeningSocket> bound = new HashMap<>();

    /// @param init the container's first process, which waits for its start
    HeldCalls(String sensor, HeldThread init, Presence presence, Recorder recorder) throws IOException {
        this.sensor = sensor;
        this.recorder = recorder;
        this.presence = presence;
        this.runtime = init.program();
        this.mounts = init.mountNamespace();
    }

    void tell(HeldCall call) throws IOException {
        Optional<String> program = call.thread().program();
        boolean ours = !program.equals(runtime);
        if (!ours && !call.thread().mountNamespace().equals(mounts)) {
            return; // the runtime, still on the host
        }
        recorder.systemCall(call.name());
        for (HeldCall.Named named : call.paths()) {
            tell(call, named, ours, program.orElse(""));
        }
        switch (call.name()) {
            case "connect" -> SocketAddressText.peer(call.address()).ifPresent(recorder::connected);
            case "bind" -> bound(call);
            case "listen" -> listening(call);
            default -> {}
        }
    }

    private void tell(HeldCall call, HeldCall.Named named, boolean ours, String caller) throws IOException {
        ImagePath path = ImagePath.of(named.absolute());
        boolean found = CallMeaning.makes(call.name(), named.flags(), named.second())
                ? presence.has(path.parent(), true)
                : presence.has(path, CallMeaning.follows(call.name(), call.arguments()));
        for (AccessKind kind : CallMeaning.of(call.name(), named.flags())) {
            boolean starts = kind == AccessKind.EXECUTE && found;
            if (starts) {
                recorder.started();
            }
            String phase = ours || starts ? recorder.phase() : Recorder.RUNTIME;
            String program = starts ? path.text() : caller;
            recorder.access(new Access(path, kind, found, program, phase, sensor));
        }
    }

    private void bound(HeldCall call) throws IOException {
        Optional<String> socket = call.thread().file(call.arguments().getFirst());
        Optional<ListeningSocket> address = SocketAddressText.bound(call.address());
        if (socket.isPresent() && address.isPresent()) {
            bound.put(socket.get(), address.get());
        }
    }

    private void listening(HeldCall call) throws IOException {
        Optional<String> socket = call.thread().file(call.arguments().getFirst());
        socket.map(bound::get).ifPresent(recorder::listening);
    }
}
