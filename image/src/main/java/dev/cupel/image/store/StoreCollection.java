package dev.cupel.image.store;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Removes from a store what nobody has used for a while. All of it can be made again, so nothing is lost but time.
public final class StoreCollection {
    /// No run of Cupel lasts longer; what it uses it takes up at its start.
    private static final Duration LONGEST_RUN = Duration.ofDays(1);

    private final ContentStore store;
    private final Clock clock;

    public StoreCollection(ContentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// What was removed.
    ///
    /// @param others whether other work was going on, so that only what has been unused for a day could go
    public record Removed(int files, long sizeBytes, boolean others) {}

    /// Removes what was last used `unusedFor` ago or earlier, and what crashed processes left half-made. While others work in
    /// the store nothing goes that they may have taken up; newcomers wait until this is done.
    public Removed collect(Duration unusedFor) throws IOException {
        StoreLayout layout = store.layout();
        try (Gate _ = Gate.enter(layout)) {
            StoreLease.sweep(layout);
            boolean others = !layout.leases().alive().isEmpty();
            boolean tooSoon = others && unusedFor.compareTo(LONGEST_RUN) < 0;
            return remove(tooSoon ? LONGEST_RUN : unusedFor, others);
        }
    }

    private Removed remove(Duration unusedFor, boolean others) throws IOException {
        Instant limit = clock.instant().minus(unusedFor);
        int files = 0;
        long bytes = 0;
        for (StoredFile file : StoreListing.of(store).files()) {
            boolean due = !file.lastUsed().isAfter(limit);
            if (due && Files.deleteIfExists(store.layout().file(file.kind().folder(), file.digest()))) {
                files++;
                bytes += file.sizeBytes();
            }
        }
        return new Removed(files, bytes, others);
    }
}
