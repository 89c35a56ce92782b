package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;

/// Passes on what a container writes, from its start to its end if it is called before the start.
/// Spec: Engine API, `POST /containers/{id}/attach`.
///
/// @param attached called once the engine has begun to listen
record AttachContainer(String id, Runnable attached, OutputSink sink) implements EngineCall<Boolean> {
    @Override
    public String action() {
        return "attach to the container " + Quoted.of(id);
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.post("/containers/" + EngineRequest.encoded(id) + "/attach?stream=1&stdout=1&stderr=1")
                .waiting(EngineRequest.AS_LONG_AS_IT_TAKES);
    }

    @Override
    public Boolean read(HttpAnswer answer) throws IOException {
        attached.run();
        OutputFrames.read(answer.body(), sink);
        return true;
    }
}
