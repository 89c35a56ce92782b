package dev.cupel.image.manifest;

import dev.cupel.image.Digest;
import dev.cupel.image.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One JSON object of a document from outside, read with limits; a field of another kind than expected is a
/// [MalformedManifest] that names it. `null` counts as absent: Go programs write it for every empty list.
record Json(JsonNode node, String where) {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int MOST_ELEMENTS = 20_000;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(LONGEST_TEXT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    /// Reads a document of at most `limitBytes`; `where` names it in messages ("the manifest").
    static Json read(byte[] document, int limitBytes, String where) throws MalformedManifest {
        JsonNode root = tree(document, limitBytes, where);
        if (!root.isObject()) {
            throw new MalformedManifest(where + " is not a JSON object");
        }
        return new Json(root, where);
    }

    /// Reads a document that is a list of objects.
    static List<Json> readList(byte[] document, int limitBytes, String where) throws MalformedManifest {
        JsonNode root = tree(document, limitBytes, where);
        if (!root.isArray() || root.size() > MOST_ELEMENTS) {
            throw new MalformedManifest(where + " is not a list of at most " + MOST_ELEMENTS);
        }
        List<Json> found = new ArrayList<>();
        for (JsonNode element : root) {
            found.add(new Json(element, where + " " + found.size()));
        }
        return found;
    }

    /// The same object for a reader that minds no case in field names, as Go's does not.
    Json ignoringCase() {
        ObjectNode lower = MAPPER.createObjectNode();
        node.properties().forEach(field -> lower.set(field.getKey().toLowerCase(Locale.ROOT), field.getValue()));
        return new Json(lower, where);
    }

    private static JsonNode tree(byte[] document, int limitBytes, String where) throws MalformedManifest {
        if (document.length > limitBytes) {
            throw new MalformedManifest("%s has %d bytes, more than the %d that can be right"
                    .formatted(where, document.length, limitBytes));
        }
        try {
            return MAPPER.readTree(document);
        } catch (JacksonException e) {
            throw new MalformedManifest(where + " is not JSON: " + Quoted.of(e.getOriginalMessage()), e);
        }
    }

    boolean has(String field) {
        JsonNode value = node.get(field);
        return value != null && !value.isNull();
    }

    /// The text of a field; empty where it is absent.
    String text(String field) throws MalformedManifest {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw wrong(field, "a text");
        }
        return value.stringValue();
    }

    /// A whole number; 0 where it is absent.
    long number(String field) throws MalformedManifest {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(field, "a whole number");
        }
        return value.longValue();
    }

    boolean flag(String field) throws MalformedManifest {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw wrong(field, "true or false");
        }
        return value.booleanValue();
    }

    Digest digest(String field) throws MalformedManifest {
        return digestOf(text(field), field);
    }

    Optional<Json> object(String field) throws MalformedManifest {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw wrong(field, "an object");
        }
        return Optional.of(new Json(value, where + ", " + field));
    }

    List<Json> objects(String field) throws MalformedManifest {
        List<Json> found = new ArrayList<>();
        for (JsonNode element : elements(field)) {
            if (!element.isObject()) {
                throw wrong(field, "a list of objects");
            }
            found.add(new Json(element, where + ", " + field + " " + found.size()));
        }
        return found;
    }

    List<String> texts(String field) throws MalformedManifest {
        List<String> found = new ArrayList<>();
        for (JsonNode element : elements(field)) {
            if (!element.isString()) {
                throw wrong(field, "a list of texts");
            }
            found.add(element.stringValue());
        }
        return found;
    }

    /// A command line: a list of texts, or one text, which Docker takes for a list of it.
    List<String> words(String field) throws MalformedManifest {
        JsonNode value = node.get(field);
        return value != null && value.isString() ? List.of(value.stringValue()) : texts(field);
    }

    List<Digest> digests(String field) throws MalformedManifest {
        List<Digest> found = new ArrayList<>();
        for (String text : texts(field)) {
            found.add(digestOf(text, field));
        }
        return found;
    }

    /// The names and texts of an object of texts; empty where it is absent.
    SortedMap<String, String> map(String field) throws MalformedManifest {
        SortedMap<String, String> found = new TreeMap<>();
        Optional<Json> object = object(field);
        if (object.isPresent()) {
            for (String name : object.get().names()) {
                found.put(name, object.get().text(name));
            }
        }
        return found;
    }

    /// The field names of this object.
    List<String> names() throws MalformedManifest {
        if (node.size() > MOST_ELEMENTS) {
            throw new MalformedManifest(where + " has " + node.size() + " fields");
        }
        return List.copyOf(node.propertyNames());
    }

    MalformedManifest wrong(String field, String expected) {
        return new MalformedManifest("%s: %s is not %s".formatted(where, Quoted.of(field), expected));
    }

    private Iterable<JsonNode> elements(String field) throws MalformedManifest {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > MOST_ELEMENTS) {
            throw wrong(field, "a list of at most " + MOST_ELEMENTS);
        }
        return value;
    }

    private Digest digestOf(String text, String field) throws MalformedManifest {
        try {
            return Digest.parse(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedManifest(where + ", " + field + ": " + e.getMessage(), e);
        }
    }
}
