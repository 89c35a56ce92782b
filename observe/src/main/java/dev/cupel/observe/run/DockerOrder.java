package dev.cupel.observe.run;

import dev.cupel.image.engine.NewContainer;
import dev.cupel.image.manifest.ImageConfig;
import java.io.IOException;
import java.util.List;

/// What Docker Engine is asked to make.
///
/// @param image what the engine knows it by
/// @param mounts besides the system's own
record DockerOrder(String image, ImageConfig config, RunPlan plan, List<MountSpec> mounts) {
    DockerOrder {
        mounts = List.copyOf(mounts);
    }

    NewContainer named(String name) throws IOException {
        long openFiles = Math.min(plan.limits().openFiles(), OwnLimits.read().openFiles());
        NewContainer order = new NewContainer(image)
                .named(name)
                .hostname(plan.hostname())
                .entrypoint(List.of())
                .command(plan.words(config))
                .environment(plan.environment())
                .network(plan.network() == Network.HOST ? "host" : "none") // which has its own 127.0.0.1
                .processes(plan.limits().processes())
                .ulimit("nofile", openFiles, openFiles)
                .withoutHealthCheck() // the probes ask for it
                .withoutLog();
        plan.user().ifPresent(order::user);
        if (plan.limits().memoryBytes() > 0) {
            order.memoryBytes(plan.limits().memoryBytes()).memoryAndSwapBytes(plan.limits().memoryBytes());
        }
        mounts.forEach(mount -> put(order, mount));
        return order;
    }

    private static void put(NewContainer order, MountSpec mount) {
        String place = mount.target().text();
        if (mount.type().equals("tmpfs")) {
            order.tmpfs(place, String.join(",", mount.options()));
        } else {
            order.bind(mount.source() + ":" + place + (mount.options().contains("ro") ? ":ro" : ""));
        }
    }
}
