package dev.cupel.observe.sensor;

import dev.cupel.image.Platform;
import dev.cupel.image.credentials.ConfiguredCredentials;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.registry.RegistrySettings;
import dev.cupel.image.store.ContentStore;
import dev.cupel.observe.journal.Waited;
import dev.cupel.observe.journal.Workshop;
import dev.cupel.observe.run.Container;
import dev.cupel.observe.run.EmbeddedEngine;
import dev.cupel.observe.run.Making;
import dev.cupel.observe.run.RunPlan;
import dev.cupel.observe.run.Stage;
import dev.cupel.observe.unpack.UnpackedLayers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Measures real web servers under load, watched by one sensor after the other, for `bench/sensors`. Each round has all sensors, so
/// that a busy minute of the machine meets them alike.
public final class ServersUnderSensors {
    private static final String NONE = "none";
    private static final List<String> SENSORS =
            List.of(NONE, "fanotify", "ebpf", "fanotify + ebpf", "seccomp", "ptrace", "ptrace, every call");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EmbeddedEngine engine;
    private final Path cache;

    private ServersUnderSensors(Path directory, ContentStore store) {
        this.cache = directory.resolve("kernel");
        UnpackedLayers layers = new UnpackedLayers(directory.resolve("unpacked"), store);
        this.engine = new EmbeddedEngine(new Workshop(directory.resolve("runs")), layers, System.getenv("PATH"));
    }

    /// DIRECTORY ROUNDS SECONDS IMAGE=PORT…; prints one JSON object a measurement.
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        ContentStore store = ContentStore.at(directory.resolve("store"));
        ServersUnderSensors servers = new ServersUnderSensors(directory, store);
        for (String server : List.of(arguments).subList(3, arguments.length)) {
            String name = server.substring(0, server.indexOf('='));
            int port = Integer.parseInt(server.substring(name.length() + 1));
            Image image = image(name, store);
            for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
                for (String sensor : SENSORS) {
                    double rate = servers.rate(image, port, sensor, arguments[2]);
                    System.out.printf(
                            Locale.ROOT, "{\"image\": \"%s\", \"sensor\": \"%s\", \"requestsPerSecond\": %.1f}%n", name, sensor, rate);
                }
            }
        }
    }

    private static Image image(String name, ContentStore store) throws IOException {
        RegistrySettings settings = RegistrySettings.with(ConfiguredCredentials.ofThisMachine());
        try (Images images = Images.ofThisMachine(store, settings, Progress.silent())) {
            return images.resolve(Images.parse(name), Platform.linuxOn(System.getProperty("os.arch"))).image();
        }
    }

    private double rate(Image image, int port, String sensor, String seconds) throws Exception {
        Optional<Watch> watch = watch(sensor);
        try (Stage stage = engine.stage(image, RunPlan.asTheImageSays());
                Container container = stage.fresh(watch.map(ServersUnderSensors::making).orElseGet(Making::plain))) {
            if (watch.isPresent()) {
                watch.get().attach(container.sensorTarget());
            }
            container.start();
            awaitPort(container, port);
            load(container, port, "1"); // whatever is done once is done now
            double rate = load(container, port, seconds);
            container.stop(Duration.ZERO);
            requireComplete(watch);
            return rate;
        } finally {
            if (watch.isPresent()) {
                watch.get().close();
            }
        }
    }

    private Optional<Watch> watch(String sensor) {
        if (sensor.equals(NONE)) {
            return Optional.empty();
        }
        return switch (OneSensor.named(sensor, cache).choose()) {
            case SensorChoice.Sighted(Watch watch, var _) -> Optional.of(watch);
            case SensorChoice.Blind(var unavailable) -> throw new IllegalStateException(unavailable.toString());
        };
    }

    /// A quick sensor that loses events is none.
    private static void requireComplete(Optional<Watch> watch) throws IOException {
        if (watch.isPresent()) {
            var report = watch.get().observations().sensors();
            if (report.lost() > 0) {
                System.err.println("bench: incomplete: " + report);
            }
        }
    }

    private static Making making(Watch watch) {
        return new Making() {
            @Override
            public Optional<SeccompRequest> seccomp() {
                return watch.seccomp();
            }

            @Override
            public Optional<ProcessParent> parent() {
                return watch.parent();
            }
        };
    }

    private static void awaitPort(Container container, int port) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (container.listening().stream().noneMatch(socket -> socket.port() == port)) {
            if (!container.running() || Instant.now().isAfter(end)) {
                throw new IOException("nobody listens on port " + port + ": " + container.log());
            }
            Waited.milliseconds(20);
        }
    }

    /// Requests a second, as ab of Apache counts them.
    private static double load(Container container, int port, String seconds) throws Exception {
        Process ab = container.inNetwork(() -> new ProcessBuilder(
                        "ab", "-q", "-t", seconds, "-n", "1000000", "-c", "8", "http://127.0.0.1:" + port + "/")
                .redirectErrorStream(true)
                .start());
        String told = new String(ab.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (ab.waitFor() != 0 || told.contains("Non-2xx responses")) {
            throw new IOException("ab did not get what it asked for: " + told);
        }
        return told.lines()
                .filter(line -> line.startsWith("Requests per second:"))
                .mapToDouble(line -> Double.parseDouble(line.split(" +", -1)[3]))
                .findFirst()
                .orElse(0); // it tells no rate where not one request was answered in time
    }
}
