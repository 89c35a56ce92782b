package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;
import java.nio.file.Path;

/// Describes a volume: where the engine's host has it. Spec: Engine API, `GET /volumes/{name}`.
record InspectVolume(String name) implements EngineCall<Path> {
    @Override
    public String action() {
        return "inspect the volume " + Quoted.of(name);
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.get("/volumes/" + EngineRequest.encoded(name));
    }

    @Override
    public Path read(HttpAnswer answer) throws IOException {
        return Path.of(EngineJson.read(answer).path("Mountpoint").asString(""));
    }
}
