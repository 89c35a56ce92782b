package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;

/// Streams an image out as a docker archive. Spec: Engine API, `GET /images/{name}/get`.
record SaveImage<T>(String name, ArchiveReader<T> reader) implements EngineCall<T> {
    @Override
    public String action() {
        return "export the image " + Quoted.of(name);
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.get("/images/" + EngineRequest.encodedName(name) + "/get");
    }

    @Override
    public T read(HttpAnswer answer) throws IOException {
        return reader.read(answer.body());
    }
}
