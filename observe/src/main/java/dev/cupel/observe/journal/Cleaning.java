package dev.cupel.observe.journal;

import dev.cupel.image.CupelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Takes things away in the opposite order of their making.
record Cleaning(List<Leftover> made) {
    private static final String WHAT = "what the run made could not all be taken away: ";

    Cleaning {
        made = List.copyOf(made);
    }

    /// Goes on after a thing that resists, and then throws what the first of them said, the others suppressed in it; it is
    /// [OutOfReach] where nothing else resisted.
    void run() throws IOException {
        List<IOException> resisted = new ArrayList<>();
        List<OutOfReach> outOfReach = new ArrayList<>();
        for (Leftover one : made.reversed()) {
            try {
                one.clean();
            } catch (IOException e) {
                resisted.add(new IOException(WHAT + e.getMessage(), e));
            } catch (CupelException e) {
                outOfReach.add(new OutOfReach(WHAT + e.getMessage(), e));
            }
        }
        resisted.addAll(outOfReach);
        if (!resisted.isEmpty()) {
            IOException first = resisted.removeFirst();
            resisted.forEach(first::addSuppressed);
            throw first;
        }
    }
}
