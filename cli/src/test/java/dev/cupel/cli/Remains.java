package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.linux.mount.MountPoint;
import dev.cupel.observe.journal.ControlGroup;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a Cupel that worked in a folder left behind.
final class Remains {
    private Remains() {}

    /// Nothing is on the machine that was not there before, except what a cache is for.
    static void assertNone(Path folder, List<String> journal) throws IOException {
        assertThat(MountPoint.all()).extracting(MountPoint::point).noneMatch(point -> point.startsWith(folder.toString()));
        for (String line : journal) {
            if (line.startsWith("cgroup ")) {
                assertThat(ControlGroup.named(URLDecoder.decode(line.substring(7), StandardCharsets.UTF_8))).isEmpty();
            }
        }
        assertThat(ProcessHandle.allProcesses().map(one -> one.info().commandLine().orElse("")))
                .noneMatch(line -> line.contains(folder.toString()));
        assertThat(workplaces(folder)).isEmpty();
        assertThat(all(folder).stream().map(path -> path.getFileName().toString()))
                .noneMatch(name -> name.endsWith(".part") || name.startsWith("making-") || name.startsWith("going-"));
        assertThat(all(folder.resolve("cache/cupel/v1/staging"))).hasSizeLessThanOrEqualTo(1); // the folder itself
    }

    static List<Path> workplaces(Path folder) throws IOException {
        Path runs = folder.resolve("state/cupel/runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> places = Files.list(runs)) {
            return places.filter(Files::isDirectory).toList();
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.toList();
        }
    }
}
