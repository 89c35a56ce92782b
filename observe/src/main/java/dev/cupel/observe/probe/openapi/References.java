package dev.cupel.observe.probe.openapi;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Follows `$ref` within one document.
record References(JsonNode root) {
    private static final int LONGEST_CHAIN = 10;

    /// What the node stands for; missing if that is nowhere in this document.
    JsonNode resolve(JsonNode node) {
        JsonNode current = node;
        for (int i = 0; i < LONGEST_CHAIN && current.path("$ref").isString(); i++) {
            current = target(current.path("$ref").asString());
        }
        return current.path("$ref").isString() ? MissingNode.getInstance() : current;
    }

    private JsonNode target(String reference) {
        if (!reference.startsWith("#/")) {
            return MissingNode.getInstance();
        }
        return root.at(JsonPointer.compile(reference.substring(1)));
    }
}
