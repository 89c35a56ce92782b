package dev.cupel.observe.run;

import dev.cupel.observe.sensor.SeccompRequest;
import java.io.IOException;
import java.util.Optional;

/// What somebody who watches a container from its first instruction wants of its making.
public interface Making {
    /// What has to stand in the container's configuration.
    Optional<SeccompRequest> seccomp();

    /// Starts the runtime's `create`.
    Process start(ProcessBuilder create) throws IOException;

    /// Nobody watches so closely.
    static Making plain() {
        return new Making() {
            @Override
            public Optional<SeccompRequest> seccomp() {
                return Optional.empty();
            }

            @Override
            public Process start(ProcessBuilder create) throws IOException {
                return create.start();
            }
        };
    }
}
