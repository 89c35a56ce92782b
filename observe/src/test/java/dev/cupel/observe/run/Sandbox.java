package dev.cupel.observe.run;

import dev.cupel.image.store.ContentStore;
import dev.cupel.observe.journal.Workshop;
import dev.cupel.observe.unpack.UnpackedLayers;
import java.nio.file.Path;

/// Everything a test needs to run images, below one directory.
///
/// @param store for the layers of test images
public record Sandbox(ContentStore store, Workshop workshop, EmbeddedEngine engine) {
    public static Sandbox in(Path directory) {
        ContentStore store = ContentStore.at(directory.resolve("store"));
        Workshop workshop = new Workshop(directory.resolve("runs"));
        UnpackedLayers layers = new UnpackedLayers(directory.resolve("unpacked"), store);
        return new Sandbox(store, workshop, new EmbeddedEngine(workshop, layers, System.getenv("PATH")));
    }
}
