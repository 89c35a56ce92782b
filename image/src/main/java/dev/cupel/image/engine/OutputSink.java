package dev.cupel.image.engine;

import java.io.IOException;

/// Takes what a container writes, piece by piece, in order.
@FunctionalInterface
public interface OutputSink {
    /// `error` tells standard error from standard output; the array is the sink's own. What it throws ends the reading.
    void take(boolean error, byte[] piece) throws IOException;
}
