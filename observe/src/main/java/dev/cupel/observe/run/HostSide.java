package dev.cupel.observe.run;

import dev.cupel.linux.namespace.UserNamespace;
import dev.cupel.observe.sensor.SeccompRequest;
import java.util.Optional;

/// What this machine adds to a container's configuration.
///
/// @param networkPath a network namespace that is there; empty for a new one with loopback up, which runtimes bring up
/// @param controlGroup path below each hierarchy's root; an ordinary user may make none
/// @param most that this program may give a container
/// @param seccomp what a sensor asked for
/// @param namespace whose users and groups there are, and whether what they do is limited to it
record HostSide(
        Optional<String> networkPath,
        String controlGroup,
        OwnLimits most,
        Optional<SeccompRequest> seccomp,
        UserNamespace namespace) {}
