package dev.cupel.inspect.base;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What is known of a base image as JSON.
public final class BaseJson {
    private final JsonMapper mapper = JsonMapper.builder().build();

    /// Indented, ends with a line feed.
    public String text(BaseView view) {
        return mapper.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(view) + "\n";
    }
}
