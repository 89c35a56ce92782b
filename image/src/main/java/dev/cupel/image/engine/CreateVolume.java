package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.node.JsonNodeFactory;

/// Makes an empty volume; answers with where the engine's host has it. Spec: Engine API, `POST /volumes/create`.
record CreateVolume(String name) implements EngineCall<Path> {
    @Override
    public String action() {
        return "make the volume " + Quoted.of(name);
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.post("/volumes/create", JsonNodeFactory.instance.objectNode().put("Name", name));
    }

    @Override
    public Path read(HttpAnswer answer) throws IOException {
        return Path.of(EngineJson.read(answer).path("Mountpoint").asString(""));
    }
}
