package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that says how output must look: it is API. `-Dcupel.rewrite=true` writes what is seen instead of comparing it.
record Golden(String name) {
    void assertIs(String seen) throws IOException {
        Path file = Path.of("src/test/resources/golden", name);
        if (Boolean.getBoolean("cupel.rewrite")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, seen);
        }
        assertThat(seen).as("golden/" + name).isEqualTo(Files.readString(file));
    }
}
