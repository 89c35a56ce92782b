package dev.cupel.image.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Where files grow before they get their name: in the same file system, so that the move is atomic. Each is named after the lease
/// of the process that writes it, so there is no moment at which nobody knows whose it is.
record Staging(Path folder) {
    private static final char END_OF_OWNER = '.';

    StagedFile create(String lease) throws IOException {
        Files.createDirectories(folder);
        return StagedFile.at(Files.createTempFile(folder, lease + END_OF_OWNER, ""));
    }

    /// Removes the files of all who have no lease. Call it behind the [StoreLayout#turn].
    void sweep(Collection<String> leases) throws IOException {
        for (Path file : all()) {
            String name = file.getFileName().toString();
            int end = name.indexOf(END_OF_OWNER);
            if (end < 0 || !leases.contains(name.substring(0, end))) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
