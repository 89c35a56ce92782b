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

    /// The same of several platforms.
    public String text(PlatformsDiff diff) {
        return mapper.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(diff) + "\n";
    }

    /// In one line, fit to stand inside a script element: no `<` in it.
    String embedded(PlatformsDiff diff) {
        return mapper.writeValueAsString(diff).replace("<", "\\u003c");
    }
}
