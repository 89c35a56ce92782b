package dev.cupel.image.engine;

import java.io.IOException;

/// A Docker Engine, or Podman's service that speaks the same API. Nothing is sent before the first call; an engine that is not
/// there is a [dev.cupel.image.CupelException] that says what to do, an engine that says no is an [EngineRefusal].
/// May be used by several threads; a thread that is interrupted while it waits gets a
/// [java.nio.channels.ClosedByInterruptException].
public final class Engine {
    private final EngineConnection connection;

    public Engine(EngineAddress address) {
        this.connection = new EngineConnection(address);
    }

    public EngineAddress address() {
        return connection.address();
    }

    /// Asks whether it answers and agrees on a version of the API.
    public void ping() throws IOException {
        connection.version();
    }

    public EngineVersion version() throws IOException {
        return connection.call(new GetVersion());
    }

    public EngineInfo info() throws IOException {
        return connection.call(new GetInfo());
    }

    public EngineImages images() {
        return new EngineImages(connection);
    }

    public EngineContainers containers() {
        return new EngineContainers(connection);
    }

    public EngineVolumes volumes() {
        return new EngineVolumes(connection);
    }
}
