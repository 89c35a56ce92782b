package dev.cupel.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of third-party fixtures that lies beside the checkout as `shared/data`.
public final class SharedData {
    private SharedData() {}

    /// The folder; call it only from a test that [Needs] [Provision#SHARED_DATA].
    public static Path directory() {
        return find(System.getenv()).orElseThrow(() -> new IllegalStateException("no shared data beside the checkout"));
    }

    static Optional<Path> find(Map<String, String> environment) {
        String named = environment.getOrDefault("CUPEL_SHARED_DATA", "");
        return (named.isEmpty() ? upwards() : Stream.of(Path.of(named)))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static Stream<Path> upwards() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data"));
    }
}
