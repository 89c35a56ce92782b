package dev.cupel.image.engine;

import java.io.IOException;
import java.nio.file.Path;

/// The volumes of an engine. A refusal is an [EngineRefusal].
public final class EngineVolumes {
    private final EngineConnection connection;

    EngineVolumes(EngineConnection connection) {
        this.connection = connection;
    }

    /// Makes an empty volume; the first container that has it where its image has files begins it as a copy of those. Answers with
    /// its directory on the engine's host.
    public Path create(String name) throws IOException {
        return connection.call(new CreateVolume(name));
    }

    /// Whether there is one of this name.
    public boolean exists(String name) throws IOException {
        return connection.found(new InspectVolume(name)).isPresent();
    }

    /// Takes a volume away with all that is in it; false if there was none.
    public boolean remove(String name) throws IOException {
        return connection.found(new RemoveVolume(name)).orElse(false);
    }
}
