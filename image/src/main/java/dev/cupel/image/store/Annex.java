package dev.cupel.image.store;

import java.io.IOException;
import java.util.List;

/// Something that is kept beside a store, made of what is in it, and collected with it.
public interface Annex {
    /// What it holds. Asking renews no time.
    List<StoredFile> files() throws IOException;

    /// Removes one of them; at no moment does a part of it stand under its name. Only [StoreCollection] calls this, while nobody
    /// begins to work in the store.
    void remove(StoredFile file) throws IOException;
}
