package dev.cupel.observe.run;

import dev.cupel.observe.sensor.ProcessParent;
import dev.cupel.observe.sensor.SeccompRequest;
import java.util.Optional;

/// What somebody who watches a container from its first instruction wants of its making.
public interface Making {
    /// What has to stand in the container's configuration.
    Optional<SeccompRequest> seccomp();

    /// Who must start the runtime's `create` and `exec`; empty: whoever makes the container.
    Optional<ProcessParent> parent();

    /// Nobody watches so closely.
    static Making plain() {
        return new Making() {
            @Override
            public Optional<SeccompRequest> seccomp() {
                return Optional.empty();
            }

            @Override
            public Optional<ProcessParent> parent() {
                return Optional.empty();
            }
        };
    }
}
