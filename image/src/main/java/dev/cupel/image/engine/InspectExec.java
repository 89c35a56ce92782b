package dev.cupel.image.engine;

import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/// Tells how a command ended. Spec: Engine API, `GET /exec/{id}/json`.
record InspectExec(String exec) implements EngineCall<InspectExec.State> {
    /// `pid` is the process on the engine's host, 0 when it has ended.
    record State(boolean running, int exitCode, int pid) {}

    @Override
    public String action() {
        return "ask how a command in a container ended";
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.get("/exec/" + EngineRequest.encoded(exec) + "/json");
    }

    @Override
    public State read(HttpAnswer answer) throws IOException {
        JsonNode state = EngineJson.read(answer);
        return new State(state.path("Running").asBoolean(false), state.path("ExitCode").asInt(-1), state.path("Pid").asInt(0));
    }
}
