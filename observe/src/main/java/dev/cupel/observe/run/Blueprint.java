package dev.cupel.observe.run;

import dev.cupel.linux.mount.Overlay;
import java.util.List;
import java.util.Optional;

/// A container that is to be created.
///
/// @param networkPath see [HostSide]
record Blueprint(
        Overlay root,
        ContainerProcess process,
        List<Volume> volumes,
        RunPlan plan,
        Optional<String> networkPath,
        Making making) {
    Blueprint {
        volumes = List.copyOf(volumes);
    }
}
