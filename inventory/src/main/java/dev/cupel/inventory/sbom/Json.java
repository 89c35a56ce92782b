package dev.cupel.inventory.sbom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON whose members stand in the order they were put in.
final class Json {
    private final Map<String, Object> members = new LinkedHashMap<>();

    Json put(String name, Object value) {
        members.put(name, value instanceof Json json ? json.members : value);
        return this;
    }

    /// Leaves empty texts and lists out.
    Json putIfAny(String name, Object value) {
        boolean empty = value.equals("") || value.equals(List.of());
        return empty ? this : put(name, value);
    }

    Map<String, Object> members() {
        return members;
    }

    /// Indented.
    byte[] bytes() {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsBytes(members);
    }
}
