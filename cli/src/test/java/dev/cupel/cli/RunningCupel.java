package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.observe.journal.Waited;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Cupel as a process of its own, with a cache and a state of its own: it can be interrupted and killed. What it says on standard
/// error is read line by line, which is how its phases are told apart.
final class RunningCupel {
    private final Path folder;
    private final Process process;
    private final BufferedReader err;
    private final List<String> said = new ArrayList<>();

    private RunningCupel(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.err = process.errorReader(StandardCharsets.UTF_8);
    }

    static RunningCupel in(Path folder, String... arguments) throws IOException {
        // A shell's background job, and all that comes of it, ignores SIGINT; whoever runs these tests may be one.
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dcupel.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new RunningCupel(folder, builder.redirectOutput(folder.resolve("stdout").toFile()).start());
    }

    /// Waits until it has said that this step is done.
    RunningCupel afterStep(String step) throws IOException {
        while (said.stream().noneMatch(line -> line.startsWith("  ✓ " + step))) {
            String line = err.readLine();
            assertThat(line).as("it ended before " + step + "; it said " + said).isNotNull();
            said.add(line);
        }
        return this;
    }

    /// Waits until the container of its current run has been made, or until the run is over, whichever is seen first.
    RunningCupel withContainer() throws IOException {
        while (process.isAlive() && !err.ready() && journal().stream().noneMatch(line -> line.startsWith("container "))) {
            Waited.milliseconds(1);
        }
        return this;
    }

    /// Waits until it works in its store.
    RunningCupel atWork() {
        while (process.isAlive() && !Files.isDirectory(folder.resolve("cache/cupel/v1/leases"))) {
            Waited.milliseconds(1);
        }
        return this;
    }

    /// What it had written down to be taken away, as it is now.
    List<String> journal() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path place : Remains.workplaces(folder)) {
            if (Files.exists(place.resolve("journal"))) {
                lines.addAll(Files.readAllLines(place.resolve("journal")));
            }
        }
        return lines;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start().waitFor();
    }

    /// Its exit code, 137 where it does not end within two minutes; then [#lastWords] is what it said since the last step that was waited for.
    int end() throws IOException, InterruptedException {
        said.clear();
        CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES).execute(process::destroyForcibly);
        err.lines().forEach(said::add);
        return process.waitFor();
    }

    List<String> lastWords() {
        return said;
    }
}
