package dev.cupel.inspect.diff;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The difference as JSON.
public final class DiffJson {
    private final JsonMapper mapper = JsonMapper.builder().build();

    /// Indented, ends with a line feed.
    public String text(DiffReport report) {
        return mapper.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report) + "\n";
    }
}
