package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;

/// Takes a name from an image, and the image with its last name. Spec: Engine API, `DELETE /images/{name}`.
record RemoveImage(String name) implements EngineCall<Boolean> {
    @Override
    public String action() {
        return "remove the image " + Quoted.of(name);
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.delete("/images/" + EngineRequest.encodedName(name) + "?force=1&noprune=1");
    }

    @Override
    public Boolean read(HttpAnswer answer) {
        return true;
    }
}
