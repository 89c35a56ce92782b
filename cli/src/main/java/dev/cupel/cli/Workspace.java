package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.EngineAddresses;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.Memo;
import dev.cupel.lint.report.Ink;
import dev.cupel.observe.journal.Workshop;
import dev.cupel.observe.probe.session.Probing;
import dev.cupel.observe.probe.session.Ticker;
import dev.cupel.observe.rehearsal.Rehearsal;
import dev.cupel.observe.rootless.Rootless;
import dev.cupel.observe.run.ContainerEngine;
import dev.cupel.observe.run.DockerEngine;
import dev.cupel.observe.run.EmbeddedEngine;
import dev.cupel.observe.sensor.Sensors;
import dev.cupel.observe.unpack.UnpackedLayers;
import dev.cupel.slim.report.ReportArchive;
import dev.cupel.vulnerability.database.DatabaseFile;
import dev.cupel.vulnerability.watch.Watchlist;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// Where Cupel keeps things on this machine (XDG Base Directory Specification 0.8): images in the cache, runs in the state.
///
/// @param environment of this process
/// @param replaceable whether this process does nothing but this one command, so that another program may take its place
record Workspace(Map<String, String> environment, Clock clock, boolean replaceable) {

    ContentStore store() {
        return ContentStore.at(cache());
    }

    /// What this very program found out about images.
    Memo memo(ContentStore store) {
        return new Memo(store, Edition.ofClassPath(System.getProperty("java.class.path")));
    }

    ReportArchive reports() {
        return new ReportArchive(cache().resolve("reports"));
    }

    /// To be said before anything else by a command that runs images: for whoever is not root, the command begins once more in a user
    /// namespace where he is, if that is enough for the runtime. What cannot be is a [CupelException] which names the ways that are left.
    void becomeRoot(RuntimeKind runtime) throws IOException {
        if (Rootless.isRoot()) {
            return;
        }
        switch (runtime) {
            case EMBEDDED -> {
                if (replaceable) {
                    new Rootless(workshop()).enter();
                }
            }
            case DOCKER ->
                throw new CupelException(
                        Fault.ENVIRONMENT,
                        "Cannot watch an image in Docker Engine: its socket runs containers, but the sensors (fanotify, eBPF) need root.",
                        "Call it with sudo; or leave --runtime docker out: Cupel runs the image itself then, without root too; or use --no-run:"
                                + " larger, and nothing is proven.");
        }
    }

    /// Runs images here; for root, as [#becomeRoot] has seen to.
    Rehearsal rehearsal(ContentStore store, RuntimeKind runtime) {
        return new Rehearsal(engine(store, runtime), new Sensors(cache().resolve("kernel")), new Probing(Ticker.system()));
    }

    private ContainerEngine engine(ContentStore store, RuntimeKind runtime) {
        return switch (runtime) {
            case EMBEDDED ->
                new EmbeddedEngine(
                        workshop(), unpacked(store), environment.getOrDefault("PATH", ""));
            case DOCKER ->
                new DockerEngine(workshop(), new Engine(EngineAddresses.ofThisMachine().docker()), store, Progress.silent());
        };
    }

    /// Where runs work; what a killed one left there is taken away.
    Workshop workshop() {
        return new Workshop(state().resolve("runs"));
    }

    UnpackedLayers unpacked(ContentStore store) {
        return new UnpackedLayers(cache().resolve("unpacked"), store);
    }

    TerminalProgress progress(PrintWriter err) {
        return TerminalProgress.on(err, environment);
    }

    /// Where the demo keeps its sample image.
    Path demo() {
        return cache().resolve("demo");
    }

    /// Colours on a terminal that has them, unless NO_COLOR is set (no-color.org).
    Ink ink() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && onTerminal() ? Ink.COLOUR : Ink.PLAIN;
    }

    /// Whether a person sits before standard input and output, at a terminal that does more than print lines.
    boolean onTerminal() {
        boolean able = !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return able && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    Path cache() {
        return directory("XDG_CACHE_HOME", ".cache");
    }

    /// Where the database of advisories is, unless a command names another: it cannot be made again where there is no network.
    Path database() {
        return directory("XDG_DATA_HOME", ".local/share").resolve("db").resolve(DatabaseFile.NAME);
    }

    /// The images that are watched: what was told of them cannot be made again.
    Watchlist watchlist(PrintWriter err) {
        return new Watchlist(directory("XDG_DATA_HOME", ".local/share").resolve("watch"), line -> err.println("cupel: " + line));
    }

    private Path state() {
        return directory("XDG_STATE_HOME", ".local/state");
    }

    private Path directory(String variable, String below) {
        String named = environment.getOrDefault(variable, "");
        Path base = named.startsWith("/") ? Path.of(named) : Path.of(environment.getOrDefault("HOME", "/root"), below);
        return base.resolve("cupel");
    }
}
