package dev.cupel.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A database of grype's that `bench/grype_database.py` made of OSV records; for tests that need [Provision#GRYPE] and
/// [Provision#PYTHON].
///
/// @param directory what `GRYPE_DB_CACHE_DIR` has to name
public record GrypeDatabase(Path directory) {
    /// Makes one. The files have a record in each line (`.jsonl`, `.jsonl.gz`).
    public static GrypeDatabase of(Path directory, List<Path> records) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(Checkout.directory().resolve("bench/grype_database.py"), directory), records.stream())
                .map(Path::toString)
                .toList();
        Process python = new ProcessBuilder(Stream.concat(Stream.of("python3"), command.stream()).toList()).redirectErrorStream(true).start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (python.waitFor() != 0) {
                throw new IllegalStateException("no database for grype: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return new GrypeDatabase(directory);
    }

    /// What makes grype ask this database and nobody else.
    public Map<String, String> environment() {
        return Map.of(
                "GRYPE_DB_CACHE_DIR", directory.toString(),
                "GRYPE_DB_AUTO_UPDATE", "false",
                "GRYPE_DB_VALIDATE_AGE", "false",
                "GRYPE_CHECK_FOR_APP_UPDATE", "false");
    }
}
