package dev.cupel.observe.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a runtime wrote to its `--log` file in JSON lines: the last error is why it ended.
record RuntimeLog(Path file) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_BYTES = 1 << 20;

    /// The last error; empty where there is none.
    String error() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        String text;
        try (var in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
        return text.lines().map(RuntimeLog::errorOf).filter(one -> !one.isEmpty()).reduce("", (_, last) -> last);
    }

    private static String errorOf(String line) {
        try {
            JsonNode entry = JSON.readTree(line);
            return entry.path("level").asString("").equals("error") ? entry.path("msg").asString("") : "";
        } catch (JacksonException e) {
            return line; // crun writes plain text when it cannot even read its options
        }
    }
}
