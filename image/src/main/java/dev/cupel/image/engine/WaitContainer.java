package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;
import java.time.Duration;

/// Waits until a container does not run any more; answers with its exit code. Spec: Engine API, `POST /containers/{id}/wait`.
record WaitContainer(String id, Duration longest) implements EngineCall<Integer> {
    @Override
    public String action() {
        return "wait for the container " + Quoted.of(id);
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.post("/containers/" + EngineRequest.encoded(id) + "/wait").waiting(longest);
    }

    @Override
    public Integer read(HttpAnswer answer) throws IOException {
        return EngineJson.read(answer).path("StatusCode").asInt(-1);
    }
}
