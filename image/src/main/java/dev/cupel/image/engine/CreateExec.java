package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;

/// Prepares a command in a container; answers with the id to start it by. Spec: Engine API, `POST /containers/{id}/exec`.
record CreateExec(String container, NewExec exec) implements EngineCall<String> {
    @Override
    public String action() {
        return "prepare a command in the container " + Quoted.of(container);
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.post("/containers/" + EngineRequest.encoded(container) + "/exec", exec.body());
    }

    @Override
    public String read(HttpAnswer answer) throws IOException {
        return EngineJson.read(answer).path("Id").asString("");
    }
}
