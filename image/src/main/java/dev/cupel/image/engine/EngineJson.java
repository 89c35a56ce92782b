package dev.cupel.image.engine;

import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The engine's JSON: limits, and the shapes that come up again and again. Absent and `null` read as empty.
final class EngineJson {
    private static final int LONGEST = 16 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private EngineJson() {}

    static JsonNode read(HttpAnswer answer) throws IOException {
        return parse(answer.bytes(LONGEST));
    }

    static JsonNode parse(byte[] bytes) throws IOException {
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new IOException("the engine's answer is not JSON", e);
        }
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(item -> item.asString("")).toList();
    }

    static Map<String, String> textMap(JsonNode object) {
        Map<String, String> map = new TreeMap<>();
        object.propertyStream().forEach(property -> map.put(property.getKey(), property.getValue().asString("")));
        return map;
    }
}
