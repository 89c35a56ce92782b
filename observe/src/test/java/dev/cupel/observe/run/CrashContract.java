package dev.cupel.observe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.linux.mount.MountPoint;
import dev.cupel.observe.journal.Waited;
import dev.cupel.observe.journal.Workshop;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// SIGKILL at every phase of a run, in a program of its own; then the next start.
abstract class CrashContract {
    @TempDir
    private Path folder;

    /// As [RunToBeKilled] takes it.
    abstract String engine();

    /// What lives outside the workplace, as the journal named it, must be gone.
    abstract void assertNothingIsLeftOf(List<String> journal) throws IOException;

    @ParameterizedTest
    @ValueSource(strings = {"staged", "created", "started", "executed", "stopped"})
    void what_a_killed_program_left_is_gone_after_the_next_start(String phase) throws Exception {
        Process run = begin();
        awaitPhase(run, phase);

        kill(run);
        List<String> journal = journal();
        new Workshop(folder.resolve("runs")).sweep();

        assertNothingIsLeft(journal);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void it_is_gone_even_where_the_kill_came_while_it_was_made(int lines) throws Exception {
        killWhileItMakes(lines);
    }

    /// The thing that this line of the journal tells of.
    void killWhileItMakes(int lines) throws Exception {
        Process run = begin();
        while (run.isAlive() && journal().size() < lines) {
            Waited.milliseconds(1);
        }

        kill(run);
        List<String> journal = journal();
        new Workshop(folder.resolve("runs")).sweep();

        assertNothingIsLeft(journal);
    }

    @Test
    void a_program_that_is_asked_to_end_cleans_up_itself() throws Exception {
        Process run = begin();
        awaitPhase(run, "executed");
        List<String> journal = journal();

        run.destroy(); // SIGTERM; SIGINT takes the same way
        Waited.forEndOf(run);

        assertNothingIsLeft(journal);
    }

    @Test
    void what_a_living_program_uses_is_left_alone() throws Exception {
        Process run = begin();
        awaitPhase(run, "executed");

        int swept = new Workshop(folder.resolve("runs")).sweep();

        assertThat(swept).isZero();
        assertThat(places()).isNotEmpty();
        assertThat(run.isAlive()).isTrue();
        run.destroy();
        Waited.forEndOf(run);
    }

    private Process begin() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunToBeKilled.class.getName(),
                        folder.toString(),
                        engine())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @SuppressWarnings("resource") // the stream ends with the program
    private static void awaitPhase(Process run, String phase) throws IOException {
        BufferedReader told = run.inputReader();
        String line = told.readLine();
        while (line != null && !line.equals(phase)) {
            line = told.readLine();
        }
        assertThat(line).isEqualTo(phase);
    }

    private static void kill(Process run) {
        run.destroyForcibly();
        Waited.forEndOf(run);
    }

    private List<String> journal() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path place : places()) {
            if (Files.exists(place.resolve("journal"))) {
                lines.addAll(Files.readAllLines(place.resolve("journal")));
            }
        }
        return lines;
    }

    private List<Path> places() throws IOException {
        if (!Files.isDirectory(folder.resolve("runs"))) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder.resolve("runs"))) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private void assertNothingIsLeft(List<String> journal) throws IOException {
        assertThat(mountsBelow(folder)).isEmpty();
        assertThat(places()).isEmpty();
        assertNothingIsLeftOf(journal);
        try (Stream<Path> unpacked = Files.exists(folder.resolve("unpacked")) ? Files.list(folder.resolve("unpacked")) : Stream.empty()) {
            assertThat(unpacked).noneMatch(path -> path.getFileName().toString().startsWith("making-"));
        }
        assertThat(ProcessHandle.allProcesses().map(one -> one.info().commandLine().orElse("")))
                .noneMatch(line -> line.contains(folder.toString()) && line.contains("runc"));
    }

    private static List<String> mountsBelow(Path directory) throws IOException {
        return MountPoint.all().stream().map(MountPoint::point).filter(point -> point.startsWith(directory.toString())).toList();
    }
}
