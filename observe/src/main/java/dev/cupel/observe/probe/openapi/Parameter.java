package dev.cupel.observe.probe.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One parameter of an operation.
///
/// @param place `path`, `query`, `header` or `cookie`
/// @param usual the value for an ordinary request
/// @param others values at the borders of what is allowed, and just beyond
/// @param given whether `usual` is the author's example, not a guess
record Parameter(String name, String place, boolean required, String usual, List<String> others, boolean given) {
    private static final int MOST_OTHERS = 6;

    Parameter {
        others = List.copyOf(others);
    }

    static Optional<Parameter> read(JsonNode written, References references) {
        String name = written.path("name").asString("");
        if (name.isEmpty() || name.length() > 100) {
            return Optional.empty();
        }
        JsonNode schema = references.resolve(written.has("schema") ? written.path("schema") : written);
        JsonNode usual = written.has("example") ? written.path("example") : new SchemaValue(references).of(schema, name);
        boolean given = written.has("example") || schema.has("example") || schema.has("default") || schema.has("enum");
        return Optional.of(new Parameter(
                name, written.path("in").asString("query"), written.path("required").asBoolean(false), text(usual), others(schema), given));
    }

    private static List<String> others(JsonNode schema) {
        List<String> all = new ArrayList<>();
        schema.path("enum").forEach(one -> all.add(text(one)));
        if (schema.path("minimum").isNumber()) {
            all.add(text(schema.path("minimum")));
            all.add(schema.path("minimum").asDecimal().subtract(BigDecimal.ONE).toPlainString());
        }
        if (schema.path("maximum").isNumber()) {
            all.add(text(schema.path("maximum")));
            all.add(schema.path("maximum").asDecimal().add(BigDecimal.ONE).toPlainString());
        }
        int longest = schema.path("maxLength").asInt(0);
        if (longest > 0 && longest <= 1_000) {
            all.add("x".repeat(longest));
            all.add("x".repeat(longest + 1));
        }
        String type = schema.path("type").asString("");
        if (type.equals("integer") || type.equals("number") || type.equals("boolean")) {
            all.add("not-a-" + type);
        }
        return all.stream().distinct().limit(MOST_OTHERS).toList();
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString("") : value.isArray() && !value.isEmpty() ? text(value.path(0)) : value.toString();
    }
}
