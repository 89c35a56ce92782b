package dev.cupel.image.engine;

import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;
import java.time.Duration;
import tools.jackson.databind.node.JsonNodeFactory;

/// Runs a prepared command and passes on what it writes, until it ends. Spec: Engine API, `POST /exec/{id}/start`.
record StartExec(String exec, Duration idle, OutputSink sink) implements EngineCall<Boolean> {
    @Override
    public String action() {
        return "run a command in a container";
    }

    @Override
    public EngineRequest request() {
        var body = JsonNodeFactory.instance.objectNode().put("Detach", false).put("Tty", false);
        return EngineRequest.post("/exec/" + EngineRequest.encoded(exec) + "/start", body).waiting(idle);
    }

    @Override
    public Boolean read(HttpAnswer answer) throws IOException {
        OutputFrames.read(answer.body(), sink);
        return true;
    }
}
