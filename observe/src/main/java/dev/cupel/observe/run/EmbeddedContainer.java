package dev.cupel.observe.run;

import dev.cupel.linux.namespace.NetworkNamespace;
import dev.cupel.linux.process.PidDescriptor;
import dev.cupel.linux.process.Signal;
import dev.cupel.observe.journal.Leftover;
import dev.cupel.observe.journal.Workplace;
import dev.cupel.observe.observation.ListeningSocket;
import dev.cupel.observe.probe.ExecResult;
import dev.cupel.observe.sensor.SensorTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/// A container that Cupel runs itself with an OCI runtime.
final class EmbeddedContainer implements Container {
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

    EmbeddedContainer(Home home, Creation creation, Signal stopSignal) throws IOException {
        this.home = home;
        this.creation = creation;
        this.stopSignal = stopSignal;
        this.init = PidDescriptor.open(creation.initPid());
        this.network = NetworkNamespace.of(creation.initPid());
        this.first = FirstProcess.watch(creation.initPid(), creation.parent());
        this.sensorTarget = creation.sensorTarget();
    }

    @Override
    public SensorTarget sensorTarget() {
        return sensorTarget;
    }

    @Override
    public void start() throws IOException {
        long free = home.guard().freeBytes();
        creation.runtime().start(creation.id(), creation.bundle());
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
        return new OpenSockets(network, creation.config().plan().network(), creation.groups()).listening();
    }

    @Override
    public ExecResult exec(List<String> command, Map<String, String> environment, Duration timeout) throws IOException {
        if (!running()) {
            throw new IllegalStateException("the container has ended; there is nothing to join");
        }
        List<String> variables = environment.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList();
        ContainerProcess beside = creation.config().process().running(command, variables);
        Path folder = home.workplace().folder("exec");
        Path process = Files.write(folder.resolve("process.json"), creation.config().json(beside));
        return new ExecRun(creation, folder, process, timeout).run();
    }

    @Override
    public void signal(Signal signal) throws IOException {
        init.send(signal);
    }

    @Override
    public Stopped stop(Duration grace) throws IOException {
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
        return last.isPresent()
                ? last.get()
                : new Usage(
                        creation.groups().peakMemoryBytes(),
                        creation.groups().killedForMemory(),
                        creation.groups().refusedProcesses(),
                        home.written().all());
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
            if (running()) {
                kill();
            }
            lastUsage = Optional.of(usage());
            Workplace workplace = home.workplace();
            workplace.forget(new Leftover.AtWork(creation.runtime().stateRoot()));
            workplace.unmake(new Leftover.ControlGroups(creation.groups().name()));
            workplace.unmake(creation.leftover());
            for (Leftover one : home.own()) {
                workplace.unmake(one);
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
        creation.groups().killAll(creation.initPid());
        init.send(Signal.KILL); // where there are no control groups, the kernel ends the others with the first
        return awaitExit(AFTER_KILL)
                .orElseThrow(() -> new IOException("the container's first process survives SIGKILL for " + AFTER_KILL.toSeconds() + " s"));
    }

    private void guard(long freeAtStart) {
        try {
            while (first.await(ScratchGuard.EVERY).isEmpty()) {
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
