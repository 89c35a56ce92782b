package dev.cupel.observe.rehearsal;

import dev.cupel.observe.observation.ListeningSocket;
import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.probe.ExecResult;
import dev.cupel.observe.probe.ProbeTarget;
import dev.cupel.observe.run.Container;
import dev.cupel.observe.run.Stage;
import dev.cupel.observe.sensor.Sensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/// The container on stage and whoever watches it, as probes see them. When its first process has ended, commands run in fresh
/// containers of their own, each watched.
final class OnStage implements ProbeTarget, AutoCloseable {
    private static final int TIMED_OUT = 124;
    private static final int CANNOT_EXECUTE = 126;
    private static final int NOT_FOUND = 127;
    private static final Duration ENDING = Duration.ofMillis(500);

    private final Stage stage;
    private final Sensors sensors;
    private final Container container;
    private final Lookout lookout;
    private final List<Observations> seen = new ArrayList<>();
    private String phase;
    private boolean watching = true;

    private OnStage(Stage stage, Sensors sensors, Lookout lookout, Container container, String phase) {
        this.stage = stage;
        this.sensors = sensors;
        this.lookout = lookout;
        this.container = container;
        this.phase = phase;
    }

    /// Creates a fresh container on the stage's volumes and has it watched; it is not started yet.
    static OnStage enter(Stage stage, Sensors sensors, Lookout lookout, String phase) throws IOException {
        Container container = stage.fresh(lookout);
        try {
            lookout.attach(container.sensorTarget(), phase);
            return new OnStage(stage, sensors, lookout, container, phase);
        } catch (IOException | RuntimeException e) {
            container.close();
            throw e;
        }
    }

    Container container() {
        return container;
    }

    @Override
    public <T> T inNetwork(Callable<T> action) throws Exception {
        return container.inNetwork(action);
    }

    @Override
    public List<ListeningSocket> listening() throws IOException {
        return container.running() ? container.listening() : List.of();
    }

    @Override
    public boolean running() {
        return container.running();
    }

    @Override
    public OptionalInt exitCode() {
        return container.exitCode();
    }

    @Override
    public ExecResult exec(List<String> command, Map<String, String> environment, Duration timeout) throws IOException {
        if (container.running()) {
            ExecResult result = container.exec(command, environment, timeout);
            // No runtime can join a container that is just ending; what it says then is no answer of the command.
            boolean refused = result.exitCode() == CANNOT_EXECUTE || result.exitCode() == NOT_FOUND;
            if (!refused || container.awaitExit(ENDING).isEmpty()) {
                return result;
            }
        }
        return alone(command, environment, timeout);
    }

    @Override
    public long filesSeen() {
        try {
            long finished = seen.isEmpty() ? 0 : new Gathered(seen).files();
            return finished + (watching ? lookout.watch().filesSeen() : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void phase(String label) {
        phase = label;
        try {
            if (watching) {
                lookout.watch().phase(label);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String log() {
        return container.log();
    }

    /// All that was seen; the container must have ended.
    List<Observations> observations() throws IOException {
        endWatching();
        return List.copyOf(seen);
    }

    @Override
    public void close() throws IOException {
        try (lookout) {
            container.close();
        }
    }

    private void endWatching() throws IOException {
        if (watching) {
            watching = false;
            seen.add(lookout.observations());
        }
    }

    private ExecResult alone(List<String> command, Map<String, String> environment, Duration timeout) throws IOException {
        endWatching();
        try (Choosing choosing = Choosing.begin(sensors);
                Container tool = stage.running(command, environment, choosing.lookout())) {
            Lookout own = choosing.lookout();
            own.attach(tool.sensorTarget(), phase);
            tool.start();
            OptionalInt code = tool.awaitExit(timeout);
            if (code.isEmpty()) {
                tool.stop(Duration.ZERO);
            }
            seen.add(own.observations());
            return new ExecResult(code.orElse(TIMED_OUT), tool.output(), tool.errors());
        }
    }
}
