package dev.cupel.image.engine;

import java.util.List;
import java.util.Map;

/// A container as the engine describes it now.
///
/// @param name without the leading slash
/// @param status `created`, `running`, `paused`, `restarting`, `removing`, `exited` or `dead`
/// @param pid of its first process on the engine's host; 0 when it does not run
/// @param exitCode of its last run; 0 before it ran
/// @param health `starting`, `healthy`, `unhealthy`, or empty where the image has no check
/// @param mergedRoot its overlay on the engine's host; empty where the storage driver does not say
/// @param mounts mount points inside the container
/// @param addresses of its networks, without those it has none in
/// @param published address `host:port` by port inside, such as `80/tcp`
public record ContainerState(
        String id,
        String name,
        String status,
        int pid,
        int exitCode,
        boolean killedForMemory,
        String health,
        String mergedRoot,
        List<String> mounts,
        List<String> addresses,
        Map<String, String> published) {
    public ContainerState {
        mounts = List.copyOf(mounts);
        addresses = List.copyOf(addresses);
        published = Map.copyOf(published);
    }

    public boolean running() {
        return status.equals("running") || status.equals("paused");
    }
}
