package dev.cupel.observe.sensor;

import java.nio.file.Path;
import java.util.List;

/// What a sensor needs to know of a container that is created but not yet started.
///
/// @param initPid its first process, as this host numbers it, blocked before the user's command
/// @param mergedRoot the directory on this host where the container's overlay is mounted
/// @param cgroup the container's cgroup v2 directory; its inode number is the id that eBPF filters by
/// @param mounts paths inside the container that are other file systems: volumes, tmpfs, `/proc`
public record SensorTarget(int initPid, Path mergedRoot, Path cgroup, List<String> mounts) {
    public SensorTarget {
        mounts = List.copyOf(mounts);
    }
}
