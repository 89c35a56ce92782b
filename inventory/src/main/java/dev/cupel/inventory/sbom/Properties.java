package dev.cupel.inventory.sbom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Named texts of a document, a name as often as there are texts: CycloneDX has a place for them; in SPDX they stand in an annotation.
final class Properties {
    static final String UNOWNED = "cupel:files:unowned";
    static final String DATABASE = "cupel:system-database";
    static final String GAP = "cupel:gap";

    private final Map<String, List<String>> texts = new LinkedHashMap<>();

    /// Reads a list of objects with a name and a value; what is none is passed over.
    static Properties read(JsonNode list) {
        Properties read = new Properties();
        for (JsonNode one : list) {
            read.put(one.path("name").asString(""), one.path("value").asString(""));
        }
        return read;
    }

    /// Reads what [#text] writes; any other text has no properties.
    static Properties read(String text) {
        try {
            return read(JsonMapper.builder().build().readTree(text));
        } catch (JacksonException e) {
            return new Properties(); // somebody else's words
        }
    }

    Properties put(String name, Object value) {
        texts.computeIfAbsent(name, _ -> new ArrayList<>()).add(value.toString());
        return this;
    }

    List<String> all(String name) {
        return texts.getOrDefault(name, List.of());
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /// A number from 0; empty where there is none.
    Optional<Integer> number(String name) {
        return first(name).filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf);
    }

    List<Map<String, Object>> json() {
        List<Map<String, Object>> list = new ArrayList<>();
        texts.forEach((name, values) -> values.forEach(value -> list.add(new Json().put("name", name).put("value", value).members())));
        return list;
    }

    /// The same as one text.
    String text() {
        return JsonMapper.builder().build().writeValueAsString(json());
    }
}
