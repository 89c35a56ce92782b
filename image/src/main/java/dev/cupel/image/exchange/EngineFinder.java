package dev.cupel.image.exchange;

import dev.cupel.image.CupelException;
import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.EngineAddresses;
import java.io.IOException;
import java.util.Optional;

/// Docker Engine, if this machine has one.
final class EngineFinder {
    private final EngineAddresses addresses;

    EngineFinder(EngineAddresses addresses) {
        this.addresses = addresses;
    }

    /// The engine that a person asked for by name; what is wrong with it shows in the first call.
    Engine needed() {
        return new Engine(addresses.docker());
    }

    /// The engine if it answers, and a sentence for whoever looks for an image that is not in it.
    record Answer(Optional<Engine> engine, String aside) {}

    /// Without an engine, or with one that this user may not use, a name without a prefix means its registry, as it does on a machine
    /// without Docker.
    Answer find() throws IOException {
        Engine engine = needed();
        try {
            engine.ping();
            return new Answer(Optional.of(engine), "Docker Engine has no such image either.");
        } catch (CupelException unreachable) {
            return new Answer(Optional.empty(), "Docker Engine was no help: " + unreachable.getMessage());
        }
    }
}
