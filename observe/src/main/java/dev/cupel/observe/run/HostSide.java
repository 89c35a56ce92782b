package dev.cupel.observe.run;

import dev.cupel.observe.sensor.SeccompRequest;
import java.util.Optional;

/// What this machine adds to a container's configuration.
///
/// @param networkPath a network namespace that is there; empty for a new one with loopback up, which runtimes bring up
/// @param controlGroup path below each hierarchy's root
/// @param mostOpenFiles that this machine lets a container have
/// @param seccomp what a sensor asked for
record HostSide(Optional<String> networkPath, String controlGroup, long mostOpenFiles, Optional<SeccompRequest> seccomp) {}
