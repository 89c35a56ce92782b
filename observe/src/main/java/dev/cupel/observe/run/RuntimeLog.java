package dev.cupel.observe.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a runtime wrote to its `--log` file in JSON lines: the last error is why it ended.
record RuntimeLog(Path file) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_BYTES = 1 << 20;

    /// What runc writes before every reason.
    private static final List<String> PREFIXES = List.of(
            "runc create failed: ",
            "exec failed: ",
            "unable to start container process: ",
            "error during container init: ");

    /// The last error without what every error begins with; empty where there is none.
    String error() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        String text;
        try (var in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
        return text.lines().map(RuntimeLog::errorOf).filter(one -> !one.isEmpty()).reduce("", (_, last) -> plain(last));
    }

    private static String plain(String message) {
        String rest = message;
        for (String prefix : PREFIXES) {
            rest = rest.startsWith(prefix) ? rest.substring(prefix.length()) : rest;
        }
        return rest;
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
