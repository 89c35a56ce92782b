package dev.cupel.image.engine;

import dev.cupel.image.Digest;
import dev.cupel.image.Platform;
import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Describes one image. Spec: Engine API, `GET /images/{name}/json`.
record InspectImage(String name) implements EngineCall<EngineImage> {
    @Override
    public String action() {
        return "inspect the image " + Quoted.of(name);
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.get("/images/" + EngineRequest.encodedName(name) + "/json");
    }

    @Override
    public EngineImage read(HttpAnswer answer) throws IOException {
        JsonNode image = EngineJson.read(answer);
        try {
            return new EngineImage(
                    digest(image.path("Id").asString("")),
                    EngineJson.texts(image.path("RepoTags")),
                    EngineJson.texts(image.path("RepoDigests")),
                    new Platform(
                            image.path("Os").asString("linux"),
                            image.path("Architecture").asString(""),
                            image.path("Variant").asString("")),
                    EngineJson.texts(image.path("RootFS").path("Layers")).stream().map(Digest::parse).toList(),
                    image.path("Size").asLong(0),
                    image.path("GraphDriver").path("Name").asString(""),
                    Optional.of(image.path("GraphDriver").path("Data").path("UpperDir").asString("")).filter(path -> path.startsWith("/")).map(Path::of));
        } catch (IllegalArgumentException e) {
            throw new IOException("Cannot " + action() + ": " + e.getMessage() + ".", e);
        }
    }

    /// Podman's service leaves the algorithm out.
    private static Digest digest(String id) {
        return Digest.parse(id.indexOf(':') < 0 ? "sha256:" + id : id);
    }
}
