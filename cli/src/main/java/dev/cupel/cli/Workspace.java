package dev.cupel.cli;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.store.ContentStore;
import dev.cupel.lint.report.Ink;
import dev.cupel.observe.journal.Workshop;
import dev.cupel.observe.probe.session.Probing;
import dev.cupel.observe.probe.session.Ticker;
import dev.cupel.observe.rehearsal.Rehearsal;
import dev.cupel.observe.run.EmbeddedEngine;
import dev.cupel.observe.sensor.Sensors;
import dev.cupel.observe.unpack.UnpackedLayers;
import dev.cupel.slim.report.ReportArchive;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where Cupel keeps things on this machine (XDG Base Directory Specification 0.8): images in the cache, runs in the state.
///
/// @param environment of this process
record Workspace(Map<String, String> environment) {

    ContentStore store() {
        return ContentStore.at(cache());
    }

    ReportArchive reports() {
        return new ReportArchive(cache().resolve("reports"));
    }

    /// Runs images here. Without root that is a [CupelException] which names the ways that are left.
    Rehearsal rehearsal(ContentStore store) throws IOException {
        // The owner of this process's own folder is its effective user.
        if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Cannot run an image here: mounting its layers and watching it needs root.",
                    "Call it with sudo, or use --no-run: larger, and nothing is proven.");
        }
        Workshop workshop = new Workshop(state().resolve("runs"));
        UnpackedLayers layers = new UnpackedLayers(cache().resolve("unpacked"), store);
        EmbeddedEngine engine = new EmbeddedEngine(workshop, layers, environment.getOrDefault("PATH", ""));
        return new Rehearsal(engine, new Sensors(cache().resolve("kernel")), new Probing(Ticker.system()));
    }

    /// Where the demo keeps its sample image.
    Path demo() {
        return cache().resolve("demo");
    }

    /// Colours on a terminal that has them, unless NO_COLOR is set (no-color.org).
    Ink ink() {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty() && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return wanted && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent() ? Ink.COLOUR : Ink.PLAIN;
    }

    private Path cache() {
        return directory("XDG_CACHE_HOME", ".cache");
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
