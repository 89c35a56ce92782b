package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;

/// Makes a container that is not started; answers with its id. Spec: Engine API, `POST /containers/create`.
record CreateContainer(NewContainer container) implements EngineCall<String> {
    @Override
    public String action() {
        return "create a container of " + Quoted.of(container.body().path("Image").asString(""));
    }

    @Override
    public EngineRequest request() {
        String query = container.name().isEmpty() ? "" : "?name=" + EngineRequest.encoded(container.name());
        return EngineRequest.post("/containers/create" + query, container.body());
    }

    @Override
    public String read(HttpAnswer answer) throws IOException {
        return EngineJson.read(answer).path("Id").asString("");
    }
}
