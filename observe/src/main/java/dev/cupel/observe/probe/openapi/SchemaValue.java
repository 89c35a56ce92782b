package dev.cupel.observe.probe.openapi;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes a value that a schema allows: the author's example, default or first choice where there is one, else something
/// plain of the right type. Bounded in depth and in the number of values, because schemas refer to each other and to themselves.
final class SchemaValue {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;
    private static final int MOST_VALUES = 400;
    private final References references;
    private int made;

    SchemaValue(References references) {
        this.references = references;
    }

    /// @param name of the parameter or member, which may suggest a value
    JsonNode of(JsonNode schema, String name) {
        made = 0;
        return of(schema, name, 0);
    }

    static JsonNode object(Map<String, JsonNode> members) {
        ObjectNode object = NODES.objectNode();
        members.forEach(object::set);
        return object;
    }

    private JsonNode of(JsonNode reference, String name, int depth) {
        JsonNode schema = references.resolve(reference);
        if (depth > DEEPEST || ++made > MOST_VALUES) {
            return NODES.nullNode();
        }
        Optional<JsonNode> proposed = proposed(schema);
        if (proposed.isPresent()) {
            return proposed.get();
        }
        for (String choice : new String[] {"oneOf", "anyOf"}) {
            if (!schema.path(choice).isEmpty()) {
                return of(firstOf(schema.path(choice)), name, depth + 1);
            }
        }
        return switch (type(schema)) {
            case "object" -> members(schema, depth);
            case "array" -> NODES.arrayNode().add(of(schema.path("items"), name, depth + 1));
            case "integer" -> NODES.numberNode(schema.path("minimum").asLong(1));
            case "number" -> NODES.numberNode(schema.path("minimum").asDouble(1.5));
            case "boolean" -> NODES.booleanNode(true);
            case "null" -> NODES.nullNode();
            default -> NODES.stringNode(PlausibleText.of(schema, name));
        };
    }

    // Also allOf: its parts are members of one object.
    private JsonNode members(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        for (JsonNode part : schema.path("allOf")) {
            if (of(part, "", depth + 1) instanceof ObjectNode inherited) {
                inherited.properties().forEach(one -> object.set(one.getKey(), one.getValue()));
            }
        }
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            if (!member.getValue().path("readOnly").asBoolean(false) && made < MOST_VALUES) {
                object.set(member.getKey(), of(member.getValue(), member.getKey(), depth + 1));
            }
        }
        return object;
    }

    private static Optional<JsonNode> proposed(JsonNode schema) {
        for (String key : new String[] {"example", "const", "default"}) {
            if (schema.has(key) && !schema.path(key).isNull()) {
                return Optional.of(schema.path(key));
            }
        }
        for (String key : new String[] {"examples", "enum"}) {
            if (schema.path(key).isArray() && !schema.path(key).isEmpty()) {
                return Optional.of(schema.path(key).path(0));
            }
        }
        return Optional.empty();
    }

    // OpenAPI 3.1 allows a list of types, and writes "may be null" as a choice of null.
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        String single = type.isArray() ? type.path(0).asString("") : type.asString("");
        boolean composed = schema.has("properties") || schema.has("allOf");
        return single.isEmpty() && composed ? "object" : single;
    }

    private static JsonNode firstOf(JsonNode choices) {
        for (JsonNode choice : choices) {
            if (!choice.path("type").asString("").equals("null")) {
                return choice;
            }
        }
        return choices.path(0);
    }
}
