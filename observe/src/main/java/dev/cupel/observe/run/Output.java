package dev.cupel.observe.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What a container writes: standard output, standard error, and both as they came.
///
/// @param all the last 8 MiB of both
/// @param output the first pipe, whose ring keeps the last MiB
record Output(OutputRing all, OutputPipe output, OutputPipe errors) {
    private static final int LOG_BYTES = 8 << 20;
    private static final int STREAM_BYTES = 1 << 20;

    static Output in(Path directory) throws IOException {
        OutputRing all = new OutputRing(LOG_BYTES);
        return new Output(
                all,
                OutputPipe.in(directory, "output", List.of(all, new OutputRing(STREAM_BYTES))),
                OutputPipe.in(directory, "errors", List.of(all, new OutputRing(STREAM_BYTES))));
    }

    /// Waits until nobody can write any more and everything is read, at most so long.
    void awaitEnd(Duration timeout) {
        output.awaitEnd(timeout);
        errors.awaitEnd(timeout);
    }
}
