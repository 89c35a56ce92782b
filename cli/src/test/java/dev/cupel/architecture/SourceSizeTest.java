package dev.cupel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Small classes: the median file has at most 80 lines, nine of ten at most 250, none more than 500.
class SourceSizeTest {
    @Test
    void main_files_are_small() throws IOException {
        List<Integer> sizes = sources().stream().map(SourceSizeTest::lines).sorted().toList();

        assertThat(sizes.get(sizes.size() / 2)).as("median").isLessThanOrEqualTo(80);
        assertThat(sizes.get(sizes.size() * 9 / 10)).as("nine of ten").isLessThanOrEqualTo(250);
    }

    @Test
    void no_main_file_is_over_500_lines() throws IOException {
        assertThat(sources().stream().filter(file -> lines(file) > 500)).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        Path root = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("cupel")))
                .findFirst()
                .orElseThrow();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }

    private static int lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return Math.toIntExact(lines.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
