package dev.cupel.image.podman;

import dev.cupel.image.CupelException;
import dev.cupel.image.Digest;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An image as Podman describes it.
///
/// @param id digest of the configuration
record PodmanImage(Digest id, List<Digest> diffIds) {
    private static final int LONGEST = 16 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    PodmanImage {
        diffIds = List.copyOf(diffIds);
    }

    /// Empty if Podman has no such image.
    static Optional<PodmanImage> inspect(PodmanProgram podman, String name) throws IOException {
        if (podman.exitCode("image", "exists", "--", name) != 0) {
            return Optional.empty();
        }
        byte[] described = podman.run(OutputStream::close, out -> out.readNBytes(LONGEST), "image", "inspect", "--", name);
        try {
            JsonNode image = JSON.readTree(described).path(0);
            List<Digest> diffIds = image.path("RootFS").path("Layers").valueStream()
                    .map(layer -> Digest.parse(layer.asString("")))
                    .toList();
            return Optional.of(new PodmanImage(Digest.parse("sha256:" + image.path("Id").asString("")), diffIds));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Podman's description of " + Quoted.of(name) + " cannot be read.",
                    "Look at `podman image inspect " + name + "`.",
                    e);
        }
    }
}
