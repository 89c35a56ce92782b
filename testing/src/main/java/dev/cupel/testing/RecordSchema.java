package dev.cupel.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema (2020-12) of what Jackson makes of records.
public final class RecordSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SortedMap<String, ObjectNode> definitions = new TreeMap<>();

    /// The schema of one record and of all that it is made of; `title` says what it is a schema of.
    public ObjectNode of(Class<? extends Record> top, String title) {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("title", title);
        schema.setAll(object(top));
        ObjectNode all = schema.putObject("$defs");
        definitions.forEach(all::set);
        return schema;
    }

    private ObjectNode object(Class<?> record) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent one : record.getRecordComponents()) {
            properties.set(one.getName(), type(one.getGenericType()));
        }
        for (RecordComponent one : record.getRecordComponents()) {
            schema.withArray("required").add(one.getName());
        }
        return schema;
    }

    private ObjectNode type(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            return generic.getRawType().equals(Optional.class) ? orNull(type(inner)) : array(type(inner));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return reference(plain);
        }
        ObjectNode schema = NODES.objectNode();
        if (plain.isEnum()) {
            List.of(plain.getEnumConstants()).forEach(one -> schema.withArray("enum").add(JsonMapper.shared().<JsonNode>valueToTree(one)));
            return schema;
        }
        switch (plain.getSimpleName()) {
            case "Instant" -> schema.put("format", "date-time");
            case "LocalDate" -> schema.put("format", "date");
            default -> {}
        }
        return schema.put("type", switch (plain.getSimpleName()) {
            case "String", "Instant", "LocalDate" -> "string";
            case "boolean" -> "boolean";
            case "int", "long", "Integer", "Long" -> "integer";
            case "double", "Double" -> "number";
            default -> throw new IllegalStateException("no schema for " + plain);
        });
    }

    private ObjectNode reference(Class<?> record) {
        if (!definitions.containsKey(record.getSimpleName())) {
            definitions.put(record.getSimpleName(), object(record));
        }
        return NODES.objectNode().put("$ref", "#/$defs/" + record.getSimpleName());
    }

    private static ObjectNode array(ObjectNode items) {
        return NODES.objectNode().put("type", "array").set("items", items);
    }

    private static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = NODES.objectNode();
        either.withArray("anyOf").add(schema).add(NODES.objectNode().put("type", "null"));
        return either;
    }
}
