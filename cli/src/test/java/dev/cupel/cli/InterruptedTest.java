package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.observe.journal.RemovedTree;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Ctrl-C, SIGTERM and SIGKILL in the middle of every phase of `cupel slim`, on the real program.
@Needs({Provision.ROOT, Provision.RUNC, Provision.SHARED_DATA})
class InterruptedTest {
    private static final String ALPINE = "dir:" + SharedData.directory().resolve("images/alpine-minirootfs-3.20.3-x86_64.tar.gz");
    /// Its container lives until it is stopped.
    private static final List<String> SERVER = List.of("--cmd", "sh -c 'trap exit TERM; sleep 1000 & wait'");
    /// Quicker: a container for the command alone.
    private static final List<String> TOOL = List.of("--cmd", "true", "--exec", "sleep 1");

    @TempDir
    private Path folder;

    /// JUnit would follow and complain of the links in unpacked layers.
    @AfterEach
    void clean_up() throws IOException {
        RemovedTree.of(folder.resolve("cache"));
    }

    /// A phase, and how to see that a run is in it.
    enum Phase {
        READING {
            @Override
            void reachedBy(RunningCupel cupel) {
                cupel.atWork();
            }
        },
        STAGING_THE_ORIGINAL {
            @Override
            void reachedBy(RunningCupel cupel) throws IOException {
                cupel.afterStep("reading its layers");
            }
        },
        RUNNING_THE_ORIGINAL {
            @Override
            void reachedBy(RunningCupel cupel) throws IOException {
                cupel.afterStep("reading its layers").withContainer();
            }
        },
        RUNNING_IT_AGAIN {
            @Override
            void reachedBy(RunningCupel cupel) throws IOException {
                cupel.afterStep("running the original").withContainer();
            }
        },
        ANALYZING {
            @Override
            void reachedBy(RunningCupel cupel) throws IOException {
                cupel.afterStep("asking the original again");
            }
        },
        WRITING {
            @Override
            void reachedBy(RunningCupel cupel) throws IOException {
                cupel.afterStep("working out what is needed");
            }
        },
        VERIFYING {
            @Override
            void reachedBy(RunningCupel cupel) throws IOException {
                cupel.afterStep("writing the slim image").withContainer();
            }
        },
        PUBLISHING {
            @Override
            void reachedBy(RunningCupel cupel) throws IOException {
                cupel.afterStep("verifying");
            }
        };

        abstract void reachedBy(RunningCupel cupel) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void control_c_is_told_in_one_line_and_leaves_nothing(Phase phase) throws Exception {
        try (RandomAccessFile _ = pipeThatNobodyReads()) {
            RunningCupel cupel = slim(phase);
            phase.reachedBy(cupel);
            List<String> journal = cupel.journal();

            cupel.signal("INT");

            assertThat(cupel.end()).isEqualTo(ExitCode.INTERRUPTED);
            // The step that the signal met may have been over before it came.
            assertThat(cupel.lastWords())
                    .filteredOn(line -> !line.startsWith("  ✓"))
                    .containsExactly("cupel: interrupted; what was begun is being taken away");
            Remains.assertNone(folder, journal);
            assertThat(folder.resolve("report")).doesNotExist();
        }
    }

    @Test
    void a_request_to_end_is_the_same_with_its_own_exit_code() throws Exception {
        try (RandomAccessFile _ = pipeThatNobodyReads()) {
            RunningCupel cupel = slim(Phase.RUNNING_THE_ORIGINAL);
            Phase.RUNNING_THE_ORIGINAL.reachedBy(cupel);
            List<String> journal = cupel.journal();

            cupel.signal("TERM");

            assertThat(cupel.end()).isEqualTo(143);
            assertThat(cupel.lastWords()).hasSize(1);
            Remains.assertNone(folder, journal);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_kill_leaves_is_gone_after_the_next_start(Phase phase) throws Exception {
        try (RandomAccessFile _ = pipeThatNobodyReads()) {
            RunningCupel cupel = slim(phase);
            phase.reachedBy(cupel);
            List<String> journal = cupel.journal();

            cupel.signal("KILL");
            cupel.end();
            RunningCupel next = RunningCupel.in(folder, "store", "gc");

            assertThat(next.end()).as(next.lastWords().toString()).isEqualTo(ExitCode.DONE);
            Remains.assertNone(folder, journal);
        }
    }

    @Test
    void after_a_kill_the_same_call_gives_the_same_image() throws Exception {
        RunningCupel.in(folder, arguments(TOOL, "oci:expected")).end();
        String expected = digest();
        RunningCupel killed = RunningCupel.in(folder, arguments(TOOL, "oci:out"));
        Phase.WRITING.reachedBy(killed);
        killed.signal("KILL");
        killed.end();

        RunningCupel again = RunningCupel.in(folder, arguments(TOOL, "oci:out"));

        assertThat(again.end()).as(again.lastWords().toString()).isEqualTo(ExitCode.DONE);
        assertThat(digest()).isEqualTo(expected);
        Remains.assertNone(folder, List.of());
    }

    private RunningCupel slim(Phase phase) throws IOException {
        List<String> program = phase.compareTo(Phase.RUNNING_THE_ORIGINAL) <= 0 ? SERVER : TOOL;
        return RunningCupel.in(folder, arguments(program, "docker-archive:" + folder.resolve("pipe")));
    }

    private static String[] arguments(List<String> program, String target) {
        return Stream.of(List.of("slim", ALPINE, "--to", target, "--report", "report"), program)
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    /// Publishing into it never ends by itself.
    private RandomAccessFile pipeThatNobodyReads() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
        return new RandomAccessFile(pipe.toFile(), "rw");
    }

    private String digest() throws IOException {
        return Files.readString(folder.resolve("stdout")).strip().replaceFirst(".* ", "");
    }
}
