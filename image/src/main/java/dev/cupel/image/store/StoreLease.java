package dev.cupel.image.store;

import dev.cupel.image.file.Turn;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Tells collectors that this process works in the store, as long as it lives. Taking it is also the moment to remove what
/// others left when they were killed.
final class StoreLease {
    private final StoreLayout layout;
    private OwnedFiles.@Nullable Owned held;

    StoreLease(StoreLayout layout) {
        this.layout = layout;
    }

    /// Returns the lease's name.
    synchronized String hold() throws IOException {
        OwnedFiles.Owned own = held;
        if (own == null) {
            try (Turn _ = layout.turn()) {
                sweep(layout);
                own = layout.leases().create();
                held = own;
            }
        }
        return own.name();
    }

    /// Removes what dead processes left. Call it behind the [StoreLayout#turn].
    static void sweep(StoreLayout layout) throws IOException {
        layout.leases().sweep();
        layout.staging().sweep(layout.leases().alive());
    }
}
