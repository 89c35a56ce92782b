package dev.cupel.observe.probe.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One method on one path.
///
/// @param method in capitals
/// @param path with its placeholders: `/items/{id}`
/// @param body the request body, if it takes one
public record Operation(String method, String path, List<Parameter> parameters, Optional<Body> body) {
    private static final List<String> PREFERRED =
            List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain", "application/xml");

    /// @param mediaType as written
    /// @param value an example, or one made of the schema
    record Body(String mediaType, JsonNode value) {}

    public Operation {
        parameters = List.copyOf(parameters);
    }

    // Parameters of the path hold for each of its methods; the method's own win.
    static Operation read(String method, String path, JsonNode item, JsonNode operation, References references) {
        SchemaValue values = new SchemaValue(references);
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        Optional<Body> body = body3(references.resolve(operation.path("requestBody")), values);
        Map<String, JsonNode> form = new LinkedHashMap<>();
        for (JsonNode list : List.of(item.path("parameters"), operation.path("parameters"))) {
            for (JsonNode one : list) {
                JsonNode written = references.resolve(one);
                String place = written.path("in").asString("");
                if (place.equals("body")) {
                    body = Optional.of(new Body("application/json", values.of(written.path("schema"), "")));
                } else if (place.equals("formData")) {
                    form.put(written.path("name").asString(""), values.of(written, written.path("name").asString("")));
                } else {
                    Parameter.read(written, references).ifPresent(read -> parameters.put(place + " " + read.name(), read));
                }
            }
        }
        if (!form.isEmpty()) {
            body = Optional.of(new Body("application/x-www-form-urlencoded", SchemaValue.object(form)));
        }
        return new Operation(method.toUpperCase(Locale.ROOT), path, List.copyOf(parameters.values()), body);
    }

    private static Optional<Body> body3(JsonNode requestBody, SchemaValue values) {
        JsonNode content = requestBody.path("content");
        return PREFERRED.stream()
                .filter(content::has)
                .findFirst()
                .or(() -> content.propertyNames().stream().findFirst())
                .map(type -> new Body(type, example(content.path(type), values)));
    }

    private static JsonNode example(JsonNode media, SchemaValue values) {
        if (media.has("example")) {
            return media.path("example");
        }
        for (JsonNode named : media.path("examples")) {
            if (named.has("value")) {
                return named.path("value");
            }
        }
        return values.of(media.path("schema"), "");
    }
}
