package dev.cupel.image.engine;

import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;

/// One endpoint of the Engine API.
interface EngineCall<T> {
    /// What it does, as it reads after "Cannot ".
    String action();

    EngineRequest request();

    /// Makes the result of an answer whose status is below 400.
    T read(HttpAnswer answer) throws IOException;
}
