package dev.cupel.linux.namespace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The ids that an administrator gave a user besides his own: `/etc/subuid`, `/etc/subgid` (subuid(5)).
///
/// @param file which of the two
record SubordinateIds(Path file) {
    private static final int MOST_LINES = 100_000;
    private static final int MOST_RANGES = 100; // the kernel takes 340 in one map
    private static final String NUMBER = "[0-9]{1,10}";

    record Range(long first, long count) {}

    /// Those of one user, who stands there by name or by number; none where the file is missing.
    List<Range> of(String name, long uid) throws IOException {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(MOST_LINES)
                    .map(line -> line.strip().split(":", -1))
                    .filter(fields -> fields.length == 3 && (fields[0].equals(name) || fields[0].equals("" + uid)))
                    .flatMap(fields -> range(fields).stream())
                    .limit(MOST_RANGES)
                    .toList();
        }
    }

    private static Optional<Range> range(String[] fields) {
        return fields[1].matches(NUMBER) && fields[2].matches(NUMBER) && !fields[2].matches("0+")
                ? Optional.of(new Range(Long.parseLong(fields[1]), Long.parseLong(fields[2])))
                : Optional.empty();
    }
}
