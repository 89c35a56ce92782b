package dev.cupel.image.write;

import dev.cupel.image.Digest;
import dev.cupel.image.manifest.MalformedManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A configuration with other layers: every field that is not about layers stays as the original has it, known or not.
///
/// @param layers what became of each of the original's layers, lowest first; empty for one of which nothing stays
/// @param step what the history shall say was done, as its last step; empty to add none
record ConfigEdit(List<Optional<Digest>> layers, Optional<String> step) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    byte[] apply(byte[] original) throws MalformedManifest {
        try {
            if (MAPPER.readTree(original) instanceof ObjectNode root) {
                ArrayNode diffIds = rootfs(root).putArray("diff_ids");
                layers.forEach(layer -> layer.ifPresent(digest -> diffIds.add(digest.toString())));
                if (root.get("history") instanceof ArrayNode history) {
                    markEmpty(history);
                    step.ifPresent(text -> addStep(history, root, text));
                }
                return MAPPER.writeValueAsBytes(root);
            }
            throw new MalformedManifest("the image configuration is not a JSON object");
        } catch (JacksonException e) {
            throw new MalformedManifest("the image configuration is not JSON: " + e.getOriginalMessage());
        }
    }

    private static ObjectNode rootfs(ObjectNode root) {
        return root.get("rootfs") instanceof ObjectNode rootfs ? rootfs : root.putObject("rootfs").put("type", "layers");
    }

    /// Steps and layers are matched from the end: where tools have lost steps, they are those of the base.
    private void markEmpty(ArrayNode history) {
        List<ObjectNode> steps = new ArrayList<>();
        for (JsonNode step : history) {
            if (step instanceof ObjectNode fields && !fields.path("empty_layer").asBoolean(false)) {
                steps.add(fields);
            }
        }
        int shift = steps.size() - layers.size();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).isEmpty() && i + shift >= 0) {
                steps.get(i + shift).put("empty_layer", true);
            }
        }
    }

    private static void addStep(ArrayNode history, ObjectNode root, String text) {
        ObjectNode step = history.addObject();
        if (root.hasNonNull("created")) {
            step.set("created", root.get("created")); // any other time would make each repeat another image
        }
        step.put("created_by", text);
        step.put("empty_layer", true);
    }
}
