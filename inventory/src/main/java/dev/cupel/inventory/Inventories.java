package dev.cupel.inventory;

import dev.cupel.image.Digest;
import dev.cupel.image.source.FoundImage;
import dev.cupel.image.store.Memo;
import dev.cupel.inventory.catalog.Inventory;
import java.io.IOException;
import java.util.Optional;

/// Takes the inventory of each image once. What it depends on, layers and configuration, is what an image's id stands for.
public record Inventories(Memo memo) {
    public Inventory of(FoundImage found) throws IOException {
        Digest id = found.image().configBlob().digest();
        Optional<Inventory> known = memo.recall(Inventory.class, id);
        if (known.isPresent()) {
            return known.get();
        }
        Inventory taken = Catalogue.of(found.open());
        memo.keep(Inventory.class, id, taken);
        return taken;
    }
}
