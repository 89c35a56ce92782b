package dev.cupel.inventory.version;

import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/// One of the tables of versions that the tools of an ecosystem ordered.
record VersionTable(String ecosystem) {
    record Row(String one, char sign, String other) {
        @Override
        public String toString() {
            return one + " " + sign + " " + other;
        }
    }

    VersionScheme scheme() {
        return VersionScheme.of(ecosystem).orElseThrow();
    }

    List<Row> rows() throws IOException {
        return Files.readAllLines(SharedData.directory().resolve("versions").resolve(ecosystem + ".txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" "))
                .map(words -> new Row(words[0], words[1].charAt(0), words[2]))
                .toList();
    }

    List<String> texts() throws IOException {
        return rows().stream().flatMap(row -> Stream.of(row.one(), row.other())).distinct().toList();
    }
}
