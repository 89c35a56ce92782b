package dev.cupel.image.engine.http;

import java.io.IOException;
import java.io.OutputStream;

/// What a request sends; written once, as it goes out.
@FunctionalInterface
public interface RequestBody {
    void writeTo(OutputStream out) throws IOException;
}
