package dev.cupel.image.engine;

import dev.cupel.image.engine.http.RequestBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What one call sends.
///
/// @param target path and query below the API version, percent-encoded
/// @param idle the longest wait for a byte of the answer
record EngineRequest(String method, String target, Duration idle, String contentType, Optional<RequestBody> body) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /// For answers that come when a container is done.
    static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(20);

    static EngineRequest get(String target) {
        return new EngineRequest("GET", target, PATIENCE, "", Optional.empty());
    }

    static EngineRequest post(String target) {
        return new EngineRequest("POST", target, PATIENCE, "", Optional.empty());
    }

    static EngineRequest post(String target, JsonNode json) {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        return new EngineRequest("POST", target, PATIENCE, "application/json", Optional.of(out -> out.write(bytes)));
    }

    static EngineRequest delete(String target) {
        return new EngineRequest("DELETE", target, PATIENCE, "", Optional.empty());
    }

    EngineRequest sending(String type, RequestBody content) {
        return new EngineRequest(method, target, idle, type, Optional.of(content));
    }

    EngineRequest waiting(Duration longest) {
        return new EngineRequest(method, target, longest, contentType, body);
    }

    /// Text fit for one component of a path or for a value of a query.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// An image's name fit for a path: the engine's router wants its slashes, colons and at sign as they are.
    static String encodedName(String name) {
        return encoded(name).replace("%2F", "/").replace("%3A", ":").replace("%40", "@");
    }
}
