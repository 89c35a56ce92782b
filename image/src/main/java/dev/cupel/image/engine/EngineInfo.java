package dev.cupel.image.engine;

import java.nio.file.Path;

/// How the engine is set up.
///
/// @param storageDriver `overlay2`, or the snapshotter's name where images lie in containerd's store
/// @param containerdStore whether images lie in containerd's store
/// @param rootDirectory where it keeps its state, as its own process sees it
/// @param cgroupDriver `cgroupfs` or `systemd`
/// @param cgroupVersion 1 or 2
/// @param rootless whether it runs in a user namespace
public record EngineInfo(
        String storageDriver, boolean containerdStore, Path rootDirectory, String cgroupDriver, int cgroupVersion, boolean rootless) {}
