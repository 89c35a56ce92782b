package dev.cupel.image.registry;

import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a registry says when it says no. Spec: OCI distribution-spec 1.1, "Error Codes".
final class RegistryErrors {
    private static final int LONGEST = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private RegistryErrors() {}

    /// Codes and messages in one line; the plain text of a body that is not JSON; empty for none.
    static String read(Answer answer) throws IOException {
        String text = new String(answer.body().readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        try {
            return JSON.readTree(text).path("errors").valueStream()
                    .map(RegistryErrors::line)
                    .collect(Collectors.joining("; "));
        } catch (JacksonException e) {
            return text.startsWith("<") ? "" : text; // a proxy's HTML page tells less than its status
        }
    }

    private static String line(JsonNode error) {
        String code = error.path("code").asString("");
        String message = error.path("message").asString("");
        return message.isEmpty() ? code : code + ": " + message;
    }
}
