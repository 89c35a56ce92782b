package dev.cupel.observe.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The mounts of a container besides the system's own: the network's files, volumes, and what the plan asks for.
///
/// @param folder one of the container's own
record PlannedMounts(Path folder, RunPlan plan, List<MountSpec> volumes) {
    PlannedMounts {
        volumes = List.copyOf(volumes);
    }

    List<MountSpec> all() throws IOException {
        List<MountSpec> all = new ArrayList<>(new NetworkFiles(folder, plan.network(), plan.hostname()).mounts());
        all.addAll(volumes);
        plan.tmpfs().forEach(tmpfs -> all.add(MountSpec.tmpfs(tmpfs)));
        plan.binds().forEach(bind -> all.add(MountSpec.bind(bind.source().toString(), bind.target(), bind.readOnly())));
        return all;
    }
}
