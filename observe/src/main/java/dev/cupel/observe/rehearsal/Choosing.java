package dev.cupel.observe.rehearsal;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.observe.journal.Waited;
import dev.cupel.observe.sensor.SensorChoice;
import dev.cupel.observe.sensor.Sensors;
import dev.cupel.observe.sensor.Unavailable;
import dev.cupel.observe.sensor.Watch;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/// Sensors being made ready while something else is prepared: loading them takes as long. What was not taken is closed.
final class Choosing implements AutoCloseable {
    private final FutureTask<SensorChoice> task;

    private Choosing(FutureTask<SensorChoice> task) {
        this.task = task;
    }

    static Choosing begin(Sensors sensors) {
        Choosing choosing = new Choosing(new FutureTask<>(sensors::choose));
        Thread.ofPlatform().name("sensors").daemon().start(choosing.task);
        return choosing;
    }

    /// The sensors that work here; where none does it is a [CupelException]. This object closes them at last.
    Lookout lookout() throws IOException {
        return switch (choice()) {
            case SensorChoice.Sighted(Watch watch, var _) -> new Lookout(watch);
            case SensorChoice.Blind(var unavailable) -> throw blind(unavailable);
        };
    }

    @Override
    public void close() throws IOException {
        if (choice() instanceof SensorChoice.Sighted(Watch watch, var _)) {
            watch.close();
        }
    }

    private SensorChoice choice() throws IOException {
        return Waited.forResultOf(task);
    }

    private static CupelException blind(List<Unavailable> unavailable) {
        return new CupelException(
                Fault.ENVIRONMENT,
                "Cannot watch a container here: "
                        + unavailable.stream().map(Unavailable::toString).collect(Collectors.joining("; ")) + ".",
                "Run it as root, or slim without running (--no-run).");
    }
}
