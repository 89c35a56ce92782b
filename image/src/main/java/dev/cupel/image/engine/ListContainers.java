package dev.cupel.image.engine;

import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/// Ids of all containers that bear a label, stopped ones too. Spec: Engine API, `GET /containers/json`.
record ListContainers(String label) implements EngineCall<List<String>> {
    @Override
    public String action() {
        return "list containers";
    }

    @Override
    public EngineRequest request() {
        var filters = JsonNodeFactory.instance.objectNode();
        filters.putArray("label").add(label);
        return EngineRequest.get("/containers/json?all=1&filters=" + EngineRequest.encoded(filters.toString()));
    }

    @Override
    public List<String> read(HttpAnswer answer) throws IOException {
        return EngineJson.read(answer).valueStream().map(one -> one.path("Id").asString("")).toList();
    }
}
