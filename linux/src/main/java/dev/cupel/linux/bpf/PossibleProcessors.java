package dev.cupel.linux.bpf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How many processors this kernel could ever have: the number of values in a per-processor map, online or not.
final class PossibleProcessors {
    private static final Path LIST = Path.of("/sys/devices/system/cpu/possible");

    private PossibleProcessors() {}

    static int count() throws IOException {
        return last(Files.readString(LIST)) + 1;
    }

    /// The highest number of a list such as `0-3,8-11`.
    static int last(String list) throws IOException {
        String tail = list.strip().replaceFirst(".*[-,]", "");
        try {
            return Integer.parseInt(tail);
        } catch (NumberFormatException e) {
            throw new IOException(LIST + " does not end with a processor number", e);
        }
    }
}
