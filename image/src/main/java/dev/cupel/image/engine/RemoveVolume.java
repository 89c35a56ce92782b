package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;

/// Takes a volume away with all that is in it. Spec: Engine API, `DELETE /volumes/{name}`.
record RemoveVolume(String name) implements EngineCall<Boolean> {
    @Override
    public String action() {
        return "remove the volume " + Quoted.of(name);
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.delete("/volumes/" + EngineRequest.encoded(name)); // forced, it would not tell a volume from none
    }

    @Override
    public Boolean read(HttpAnswer answer) {
        return true;
    }
}
