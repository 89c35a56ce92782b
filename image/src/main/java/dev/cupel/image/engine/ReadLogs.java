package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;

/// Passes on what a container wrote, and with `follow` what it writes until it ends. Spec: Engine API, `GET /containers/{id}/logs`.
record ReadLogs(String id, boolean follow, OutputSink sink) implements EngineCall<Boolean> {
    @Override
    public String action() {
        return "read the log of the container " + Quoted.of(id);
    }

    @Override
    public EngineRequest request() {
        EngineRequest request = EngineRequest.get(
                "/containers/" + EngineRequest.encoded(id) + "/logs?stdout=1&stderr=1" + (follow ? "&follow=1" : ""));
        return follow ? request.waiting(EngineRequest.AS_LONG_AS_IT_TAKES) : request;
    }

    @Override
    public Boolean read(HttpAnswer answer) throws IOException {
        OutputFrames.read(answer.body(), sink);
        return true;
    }
}
