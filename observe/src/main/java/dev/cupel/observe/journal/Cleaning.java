package dev.cupel.observe.journal;

import java.io.IOException;
import java.util.List;

/// Takes things away in the opposite order of their making.
record Cleaning(List<Leftover> made) {
    Cleaning {
        made = List.copyOf(made);
    }

    /// Goes on after a thing that resists, and then throws what the first of them said, the others suppressed in it.
    void run() throws IOException {
        IOException first = new IOException("what the run made could not all be taken away");
        for (Leftover one : made.reversed()) {
            try {
                one.clean();
            } catch (IOException e) {
                first.addSuppressed(e);
            }
        }
        if (first.getSuppressed().length > 0) {
            throw new IOException(first.getMessage() + ": " + first.getSuppressed()[0].getMessage(), first);
        }
    }
}
