package dev.cupel.image.engine;

import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/// Asks what answers. Spec: Engine API, `GET /version`.
record GetVersion() implements EngineCall<EngineVersion> {
    @Override
    public String action() {
        return "ask for the engine's version";
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.get("/version");
    }

    @Override
    public EngineVersion read(HttpAnswer answer) throws IOException {
        JsonNode version = EngineJson.read(answer);
        boolean podman = version.path("Components").valueStream()
                .anyMatch(part -> part.path("Name").asString("").startsWith("Podman"));
        return new EngineVersion(version.path("Version").asString(""), version.path("ApiVersion").asString(""), podman);
    }
}
