package dev.cupel.observe.probe.openapi;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A value as the text of a request body.
final class BodyText {
    private BodyText() {}

    static String of(String mediaType, JsonNode value) {
        if (value.isMissingNode()) {
            return mediaType.contains("json") ? "{}" : "";
        }
        boolean form = mediaType.contains("form") && value.isObject();
        return form ? OperationRequests.form(value) : value.isString() && !mediaType.contains("json") ? value.asString() : value.toString();
    }

    /// A copy that lacks one member.
    static JsonNode without(JsonNode value, String member) {
        if (!(value.deepCopy() instanceof ObjectNode copy)) {
            return value;
        }
        copy.remove(member);
        return copy;
    }
}
