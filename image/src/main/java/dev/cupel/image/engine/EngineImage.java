package dev.cupel.image.engine;

import dev.cupel.image.Digest;
import dev.cupel.image.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An image as the engine describes it.
///
/// @param id digest of the configuration, or of the manifest where images lie in containerd's store
/// @param tags its names, as Docker prints them
/// @param repositoryDigests `name@sha256:…` of where it was pulled from or pushed to
/// @param diffIds digests of the uncompressed layers, lowest first
/// @param sizeBytes of all layers together, as the engine counts
/// @param storageDriver what its layers lie in, such as `overlay2`; empty where the engine does not say
/// @param unpacked the directory of its highest layer, as the engine's own process sees it; empty where layers have none
public record EngineImage(
        Digest id,
        List<String> tags,
        List<String> repositoryDigests,
        Platform platform,
        List<Digest> diffIds,
        long sizeBytes,
        String storageDriver,
        Optional<Path> unpacked) {
    public EngineImage {
        tags = List.copyOf(tags);
        repositoryDigests = List.copyOf(repositoryDigests);
        diffIds = List.copyOf(diffIds);
    }
}
