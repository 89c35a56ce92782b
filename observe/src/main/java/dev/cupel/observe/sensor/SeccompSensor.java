package dev.cupel.observe.sensor;

import dev.cupel.linux.calls.CallTable;
import dev.cupel.linux.calls.Architecture;
import dev.cupel.linux.seccomp.Listener;
import dev.cupel.linux.seccomp.ListenerSocket;
import dev.cupel.linux.seccomp.ListenerTrial;
import dev.cupel.linux.seccomp.Notification;
import dev.cupel.linux.seccomp.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Sees the system calls that name files by letting each wait until it was looked at; needs no privilege but the runtime's. It
/// comes with the container's own filter, so the runtime must put it there, and it slows a server to a third.
final class SeccompSensor implements Sensor {
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final Path path;
    private final ListenerSocket socket;
    private final CallTable table = CallTable.of(System.getProperty("os.arch", ""));
    private final List<Listener> listeners = new ArrayList<>();
    private final Attachment<Recorder> recorder = new Attachment<>();
    private final Attachment<HeldCalls> calls = new Attachment<>();
    private final Attachment<Presence> presence = new Attachment<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("cupel-seccomp").unstarted(this::loop);
    private boolean quick = true;
    private final Lock turn = new ReentrantLock(true); // fair: the loop takes it again at once
    private volatile boolean running = true;

    /// @param directory where the socket is made; its path must be short
    SeccompSensor(Path directory) throws IOException {
        ListenerTrial.make();
        path = Files.createTempDirectory(directory, "seccomp").resolve("s");
        socket = ListenerSocket.at(path);
        thread.start();
    }

    @Override
    public String name() {
        return "seccomp";
    }

    @Override
    public Optional<SeccompRequest> seccomp() {
        return Optional.of(
                new SeccompRequest("SCMP_ACT_NOTIFY", List.copyOf(HeldCalls.ALL), Optional.of(path)));
    }

    @Override
    public void attach(SensorTarget target, Recorder log) throws IOException {
        turn.lock();
        try {
            recorder.set(log);
            presence.set(new Presence(target.mergedRoot()));
            calls.set(new HeldCalls(name(), new HeldThread(target.initPid()), log));
        } finally {
            turn.unlock();
        }
        log.remark("seccomp counts only the system calls that name files");
    }

    @Override
    public void drain() throws IOException {
        turn.lock();
        try {
            boolean more = true;
            while (more) {
                more = serve(Duration.ZERO);
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the last calls were read", e);
        }
        drain();
        if (!quick && recorder.isSet()) {
            recorder.get().remark("this kernel is older than 6.6, where seccomp notifications are several times quicker");
        }
        for (Listener listener : listeners) {
            listener.close();
        }
        socket.close();
        Files.deleteIfExists(path);
        Files.deleteIfExists(path.getParent());
        if (presence.isSet()) {
            presence.get().close();
        }
    }

    private void loop() {
        try {
            while (running) {
                turn.lock();
                try {
                    serve(PATIENCE);
                } finally {
                    turn.unlock();
                }
            }
        } catch (IOException e) {
            if (recorder.isSet()) {
                recorder.get().lost(name(), 1);
                recorder.get().remark("seccomp stopped: " + e.getMessage());
            }
        }
    }

    /// Answers what waits; false where nothing does within the time.
    private boolean serve(Duration patience) throws IOException {
        Readiness ready = Readiness.await(socket, listeners, patience);
        if (ready.connection()) {
            Optional<Listener> listener = socket.accept();
            if (listener.isPresent()) {
                quick &= listener.get().wakeTogether();
                listeners.add(listener.get());
            }
        }
        for (Listener listener : ready.waiting()) {
            Optional<Notification> notification = listener.receive();
            if (notification.isPresent()) {
                look(notification.get());
                listener.resume(notification.get());
            }
        }
        for (Listener listener : ready.ended()) {
            listeners.remove(listener);
            listener.close();
        }
        return ready.connection() || !ready.waiting().isEmpty();
    }

    /// Before it is attached, the runtime prepares the container; that is no matter of the image.
    private void look(Notification notification) {
        Optional<String> call = table.name(notification.call());
        if (!calls.isSet()) {
            return;
        }
        if (!Architecture.isNative(notification.architecture()) || call.isEmpty()) {
            calls.get().foreign();
            return;
        }
        tell(new HeldCall(new HeldThread(notification.thread()), call.get(), notification.arguments()));
    }

    /// A call that cannot be read, such as one from a directory deeper than 4096 bytes, must go on all the same.
    private void tell(HeldCall call) {
        try {
            Optional<Asked> asked = calls.get().ask(call);
            if (asked.isPresent()) {
                calls.get().tell(asked.get(), new Outcome.Foreseen(call, presence.get()));
            }
        } catch (IOException e) {
            calls.get().unread(call.name(), e);
        }
    }
}
