package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;
import dev.cupel.image.reference.ImageName;

/// Gives an image another name; an image that had it loses it. Spec: Engine API, `POST /images/{name}/tag`.
record TagImage(String image, ImageName name) implements EngineCall<Boolean> {
    @Override
    public String action() {
        return "tag the image " + Quoted.of(image) + " as " + name.familiar();
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.post("/images/" + EngineRequest.encodedName(image) + "/tag?repo="
                + EngineRequest.encoded(name.familiarRepository()) + "&tag=" + name.tagOrLatest());
    }

    @Override
    public Boolean read(HttpAnswer answer) {
        return true;
    }
}
