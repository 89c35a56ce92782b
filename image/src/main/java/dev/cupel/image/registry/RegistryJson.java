package dev.cupel.image.registry;

import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON that a registry or token server answers with, within a limit.
final class RegistryJson {
    private static final int LONGEST = 4 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private RegistryJson() {}

    static JsonNode read(Answer answer, String action) throws IOException {
        byte[] bytes = answer.bytes(LONGEST);
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            // Neither Jackson's message nor the text is shown: a token server's answer is a secret.
            throw new MalformedAnswer("Cannot " + action + ": the answer is not JSON.");
        }
    }
}
