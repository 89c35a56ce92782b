package dev.cupel.image.manifest;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Platform;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes manifests and indexes: the same bytes for the same content, fields in the order that the specification shows.
public final class ManifestWriter {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ManifestWriter() {}

    public static byte[] write(Manifest manifest) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schemaVersion", 2);
        root.put("mediaType", manifest.mediaType());
        switch (manifest) {
            case Manifest.OfImage image -> {
                root.set("config", descriptor(image.config()));
                root.set("layers", descriptors(image.layers()));
            }
            case Manifest.OfIndex index -> root.set("manifests", descriptors(index.manifests()));
        }
        annotate(root, manifest.annotations());
        return MAPPER.writeValueAsBytes(root);
    }

    private static ArrayNode descriptors(List<Descriptor> descriptors) {
        ArrayNode list = MAPPER.createArrayNode();
        descriptors.forEach(one -> list.add(descriptor(one)));
        return list;
    }

    private static ObjectNode descriptor(Descriptor descriptor) {
        ObjectNode fields = MAPPER.createObjectNode();
        fields.put("mediaType", descriptor.mediaType());
        fields.put("digest", descriptor.digest().toString());
        fields.put("size", descriptor.sizeBytes());
        annotate(fields, descriptor.annotations());
        descriptor.platform().ifPresent(platform -> fields.set("platform", platform(platform)));
        return fields;
    }

    private static ObjectNode platform(Platform platform) {
        ObjectNode fields = MAPPER.createObjectNode();
        fields.put("architecture", platform.architecture());
        fields.put("os", platform.os());
        if (!platform.variant().isEmpty()) {
            fields.put("variant", platform.variant());
        }
        return fields;
    }

    private static void annotate(ObjectNode fields, SortedMap<String, String> annotations) {
        if (!annotations.isEmpty()) {
            ObjectNode all = fields.putObject("annotations");
            for (Map.Entry<String, String> one : annotations.entrySet()) {
                all.put(one.getKey(), one.getValue());
            }
        }
    }
}
