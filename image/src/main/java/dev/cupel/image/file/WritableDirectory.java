package dev.cupel.image.file;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds out before long work whether its results can be written.
public final class WritableDirectory {
    private WritableDirectory() {}

    /// Tries it, and leaves nothing; a directory that is not there yet must be one that can be made. Otherwise a [CupelException].
    public static void require(Path directory) {
        Path nearest = Stream.iterate(directory.toAbsolutePath().normalize(), Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        if (!Files.isDirectory(nearest)) {
            throw refused(directory, nearest + " is not a directory", Optional.empty());
        }
        try {
            // Permission bits would not tell a read-only file system from a writable one, nor what root may do.
            Files.delete(Files.createTempFile(nearest, ".cupel-", ".try"));
        } catch (IOException e) {
            throw refused(directory, "nothing can be made in " + nearest, Optional.of(e));
        }
    }

    private static CupelException refused(Path directory, String why, Optional<IOException> cause) {
        String what = "Cannot write to " + directory + ": " + why + ".";
        String next = "Name another place, or make this one writable.";
        return cause.isPresent()
                ? new CupelException(Fault.ENVIRONMENT, what, next, cause.get())
                : new CupelException(Fault.ENVIRONMENT, what, next);
    }
}
