package dev.cupel.observe.journal;

import dev.cupel.image.engine.Engine;
import java.io.IOException;
import java.time.Duration;

/// The kinds of things that a container engine keeps for a run.
public enum EngineThing {
    CONTAINER(Duration.ofSeconds(5)) {
        @Override
        boolean exists(Engine engine, String name) throws IOException {
            return engine.containers().inspect(name).isPresent();
        }

        @Override
        boolean remove(Engine engine, String name) throws IOException {
            return engine.containers().remove(name);
        }
    },
    VOLUME(Duration.ofSeconds(1)) {
        @Override
        boolean exists(Engine engine, String name) throws IOException {
            return engine.volumes().exists(name);
        }

        @Override
        boolean remove(Engine engine, String name) throws IOException {
            return engine.volumes().remove(name);
        }
    },
    /// Not the image: a name of it, and the image with its last name.
    IMAGE(Duration.ofSeconds(15)) {
        @Override
        boolean exists(Engine engine, String name) throws IOException {
            return engine.images().inspect(name).isPresent();
        }

        @Override
        boolean remove(Engine engine, String name) throws IOException {
            return engine.images().remove(name);
        }
    };

    private final Duration longestMaking;

    EngineThing(Duration longestMaking) {
        this.longestMaking = longestMaking;
    }

    /// How long an engine still works on it when whoever asked for it has gone.
    Duration longestMaking() {
        return longestMaking;
    }

    abstract boolean exists(Engine engine, String name) throws IOException;

    /// False where there was none.
    abstract boolean remove(Engine engine, String name) throws IOException;
}
