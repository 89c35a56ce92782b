package dev.cupel.observe.run;

import dev.cupel.linux.namespace.NetworkNamespace;
import dev.cupel.linux.process.PidDescriptor;
import dev.cupel.linux.process.Signal;
import dev.cupel.observe.observation.ListeningSocket;
import dev.cupel.observe.probe.ExecResult;
import dev.cupel.observe.sensor.SensorTarget;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/// A container whose processes are this machine's, whoever made it.
final class LocalContainer implements Container {
    private static final Duration AFTER_KILL = Duration.ofSeconds(30);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Home home;
    private final Creation creation;
    private final Signal stopSignal;
    private final PidDescriptor init;
    private final NetworkNamespace network;
    private final FirstProcess first;
    private final SensorTarget sensorTarget;
    private volatile String endedBecause = "";
    private volatile Optional<Usage> lastUsage = Optional.empty();

    LocalContainer(Home home, Creation creation, Signal stopSignal) throws IOException {
        this.home = home;
        this.creation = creation;
        this.stopSignal = stopSignal;
        this.init = PidDescriptor.open(creation.initPid());
        this.network = NetworkNamespace.of(creation.initPid());
        this.first = FirstProcess.watch(creation::awaitEnd);
        this.sensorTarget = creation.sensorTarget();
    }

    @Override
    public SensorTarget sensorTarget() {
        return sensorTarget;
    }

    @Override
    public void start() throws IOException {
        long free = home.guard().freeBytes();
        creation.start();
        Thread.ofPlatform().name("scratch guard").daemon().start(() -> guard(free));
    }

    @Override
    public boolean running() {
        return first.exitCode().isEmpty();
    }

    @Override
    public OptionalInt exitCode() {
        return first.exitCode();
    }

    @Override
    public OptionalInt awaitExit(Duration timeout) throws IOException {
        return first.await(timeout);
    }

    @Override
    public <T> T inNetwork(Callable<T> action) throws Exception {
        return network.call(action);
    }

    @Override
    public List<ListeningSocket> listening() throws IOException {
        return new OpenSockets(network, creation.network(), creation.groups()).listening();
    }

    @Override
    public ExecResult exec(List<String> command, Map<String, String> environment, Duration timeout) throws IOException {
        if (!running()) {
            throw new IllegalStateException("the container has ended; there is nothing to join");
        }
        return creation.exec(command, environment, timeout);
    }

    @Override
    public void signal(Signal signal) throws IOException {
        init.send(signal);
    }

    @Override
    public Stopped stop(Duration grace) throws IOException {
        creation.sample();
        init.send(stopSignal);
        OptionalInt code = awaitExit(grace);
        if (code.isPresent()) {
            return new Stopped(stopSignal, false, code.getAsInt());
        }
        return new Stopped(stopSignal, true, kill());
    }

    @Override
    public String log() {
        awaitLastWords();
        return creation.output().all().text();
    }

    @Override
    public String output() {
        awaitLastWords();
        return creation.output().output().text();
    }

    @Override
    public String errors() {
        awaitLastWords();
        return creation.output().errors().text();
    }

    @Override
    public Usage usage() throws IOException {
        Optional<Usage> last = lastUsage;
        if (last.isPresent()) {
            return last.get();
        }
        GroupUse use = creation.use();
        return new Usage(use.peakMemoryBytes(), use.killedForMemory(), use.refusedProcesses(), home.written().all());
    }

    @Override
    public String endedBecause() {
        return endedBecause;
    }

    @Override
    public void close() throws IOException {
        if (lastUsage.isPresent()) {
            return;
        }
        try (init;
                network) {
            try {
                if (running()) {
                    kill();
                }
                lastUsage = Optional.of(usage());
            } finally {
                creation.remove();
            }
            creation.output().awaitEnd(LAST_WORDS);
        }
    }

    /// What an ended container wrote last may still be in the pipe.
    private void awaitLastWords() {
        if (!running()) {
            creation.output().awaitEnd(LAST_WORDS);
        }
    }

    private int kill() throws IOException {
        creation.killOthers();
        init.send(Signal.KILL); // where there are no control groups, the kernel ends the others with the first
        return awaitExit(AFTER_KILL)
                .orElseThrow(() -> new IOException("the container's first process survives SIGKILL for " + AFTER_KILL.toSeconds() + " s"));
    }

    private void guard(long freeAtStart) {
        try {
            while (first.await(ScratchGuard.EVERY).isEmpty()) {
                creation.sample();
                if (home.guard().exceeded(freeAtStart)) {
                    endedBecause = "it wrote more than the %d MiB it may".formatted(home.guard().limitBytes() >> 20);
                    kill();
                    return;
                }
            }
        } catch (IOException e) {
            creation.output().all().note("how much it writes is not watched any more: " + e.getMessage());
        }
    }
}
