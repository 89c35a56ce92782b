package dev.cupel.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The checkout that a test runs in, from whichever module.
final class Checkout {
    private Checkout() {}

    static Path directory() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("cupel")))
                .findFirst()
                .orElseThrow();
    }
}
