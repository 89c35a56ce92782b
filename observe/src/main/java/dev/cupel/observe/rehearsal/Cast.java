package dev.cupel.observe.rehearsal;

import dev.cupel.observe.observation.ListeningSocket;
import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.probe.ExecResult;
import dev.cupel.observe.probe.ProbeTarget;
import dev.cupel.observe.run.Container;
import dev.cupel.observe.run.Stage;
import dev.cupel.observe.run.Usage;
import dev.cupel.observe.sensor.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// The containers of one rehearsal, one on stage at a time, each watched. Probes see the one that plays.
final class Cast implements ProbeTarget, AutoCloseable {
    private final Stage stage;
    private final Supplier<Watch> watches;
    private final List<Observations> seen = new ArrayList<>();
    private final StringBuilder earlierLog = new StringBuilder();
    private WatchedContainer playing;
    private Usage usage = new Usage(OptionalLong.empty(), 0, new TreeSet<>());
    private long earlierFiles;
    private boolean finished;

    Cast(Stage stage, Supplier<Watch> watches) throws IOException {
        this.stage = stage;
        this.watches = watches;
        this.playing = WatchedContainer.started(stage.fresh(), watches.get(), "start");
    }

    /// Ends the container on stage and starts it again with all that it left behind, as `docker restart` does.
    void restart(String phase) throws IOException {
        leave();
        playing = WatchedContainer.started(stage.again(), watches.get(), phase);
    }

    Container container() {
        return playing.container();
    }

    /// Ends the last container.
    void finish() throws IOException {
        if (!finished) {
            finished = true;
            leave();
        }
    }

    /// What all of them did; only after [#finish].
    Observations observations() {
        return Sightings.joined(seen);
    }

    /// What the first container used.
    Usage usage() {
        return usage;
    }

    @Override
    public <T> T inNetwork(Callable<T> action) throws Exception {
        return playing.container().inNetwork(action);
    }

    @Override
    public List<ListeningSocket> listening() throws IOException {
        return playing.container().listening();
    }

    @Override
    public boolean running() {
        return playing.container().running();
    }

    @Override
    public OptionalInt exitCode() {
        return playing.container().exitCode();
    }

    @Override
    public ExecResult exec(List<String> command, Map<String, String> environment, Duration timeout) throws IOException {
        if (running()) {
            return playing.container().exec(command, environment, timeout);
        }
        String phase = "exec " + String.join(" ", command);
        leave();
        playing = WatchedContainer.started(stage.running(command, environment), watches.get(), phase);
        OptionalInt code = playing.container().awaitExit(timeout);
        return new ExecResult(code.orElse(124), playing.container().log(), "");
    }

    @Override
    public long filesSeen() {
        try {
            return earlierFiles + playing.watch().filesSeen();
        } catch (IOException e) {
            throw new UncheckedIOException("the sensors cannot be read", e);
        }
    }

    @Override
    public void phase(String label) {
        try {
            playing.watch().phase(label);
        } catch (IOException e) {
            throw new UncheckedIOException("the sensors cannot be read", e);
        }
    }

    @Override
    public String log() {
        return earlierLog + playing.container().log();
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            playing.close();
        }
    }

    private void leave() throws IOException {
        boolean first = seen.isEmpty();
        earlierFiles += playing.watch().filesSeen();
        seen.add(playing.finish());
        earlierLog.append(playing.container().log());
        if (first) {
            usage = playing.usage();
        }
    }
}
