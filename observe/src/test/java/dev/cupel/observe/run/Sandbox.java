package dev.cupel.observe.run;

import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.EngineAddresses;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.store.ContentStore;
import dev.cupel.observe.journal.Workshop;
import dev.cupel.observe.unpack.UnpackedLayers;
import java.nio.file.Path;

/// Everything a test needs to run images, below one directory.
///
/// @param store for the layers of test images
public record Sandbox(ContentStore store, Workshop workshop, ContainerEngine engine) {
    public static Sandbox in(Path directory) {
        ContentStore store = ContentStore.at(directory.resolve("store"));
        Workshop workshop = new Workshop(directory.resolve("runs"));
        UnpackedLayers layers = new UnpackedLayers(directory.resolve("unpacked"), store);
        return new Sandbox(store, workshop, new EmbeddedEngine(workshop, layers, System.getenv("PATH")));
    }

    /// With the machine's Docker Engine.
    public static Sandbox ofDocker(Path directory) {
        ContentStore store = ContentStore.at(directory.resolve("store"));
        Workshop workshop = new Workshop(directory.resolve("runs"));
        Engine engine = new Engine(EngineAddresses.ofThisMachine().docker());
        return new Sandbox(store, workshop, new DockerEngine(workshop, engine, store, Progress.silent()));
    }
}
