package dev.cupel.image.store;

import dev.cupel.image.file.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Removes from a store, and from what is kept beside it, what nobody has used for a while. All of it can be made again, so
/// nothing is lost but time.
public final class StoreCollection {
    /// No run of Cupel lasts longer; what it uses it takes up at its start.
    private static final Duration LONGEST_RUN = Duration.ofDays(1);

    private final ContentStore store;
    private final List<Annex> annexes;
    private final Clock clock;

    public StoreCollection(ContentStore store, List<Annex> annexes, Clock clock) {
        this.store = store;
        this.annexes = List.copyOf(annexes);
        this.clock = clock;
    }

    /// What was removed, or would be.
    ///
    /// @param others whether other work was going on, so that only what has been unused for a day could go
    /// @param leftBytes what stays
    public record Removed(int files, long sizeBytes, boolean others, long leftBytes) {}

    /// Removes what was last used `unusedFor` ago or earlier, and what crashed processes left half-made. While others work in
    /// the store nothing goes that they may have taken up; newcomers wait until this is done.
    public Removed collect(Duration unusedFor) throws IOException {
        StoreLayout layout = store.layout();
        try (Turn _ = layout.turn()) {
            StoreLease.sweep(layout);
            Removed removed = sift(unusedFor, this::remove);
            new ImageNames(store).forgetGone();
            return removed;
        }
    }

    /// What [#collect] would remove now.
    public Removed preview(Duration unusedFor) throws IOException {
        try (Turn _ = store.layout().turn()) {
            return sift(unusedFor, _ -> true);
        }
    }

    private interface Removal {
        boolean of(StoredFile file) throws IOException;
    }

    private Removed sift(Duration unusedFor, Removal removal) throws IOException {
        boolean others = !store.layout().leases().alive().isEmpty();
        boolean tooSoon = others && unusedFor.compareTo(LONGEST_RUN) < 0;
        Instant limit = clock.instant().minus(tooSoon ? LONGEST_RUN : unusedFor);
        int files = 0;
        long bytes = 0;
        long left = 0;
        for (StoredFile file : StoreListing.of(store, annexes).files()) {
            if (!file.lastUsed().isAfter(limit) && removal.of(file)) {
                files++;
                bytes += file.sizeBytes();
            } else {
                left += file.sizeBytes();
            }
        }
        return new Removed(files, bytes, others, left);
    }

    private boolean remove(StoredFile file) throws IOException {
        if (file.kind() == StoredFile.Kind.UNPACKED) {
            for (Annex annex : annexes) {
                annex.remove(file);
            }
            return true;
        }
        return Files.deleteIfExists(store.layout().file(file.kind().folder(), file.digest()));
    }
}
