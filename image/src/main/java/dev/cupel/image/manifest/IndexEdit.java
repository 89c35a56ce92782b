package dev.cupel.image.manifest;

import dev.cupel.image.Descriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The `index.json` of an OCI layout with one more entry. What else stands in it stays as it is, known or not.
public final class IndexEdit {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String REF_NAME = "org.opencontainers.image.ref.name";

    private IndexEdit() {}

    /// An index of this entry alone.
    public static byte[] of(Descriptor entry) {
        return ManifestWriter.write(new Manifest.OfIndex(MediaTypes.OCI_INDEX, List.of(entry), new TreeMap<>()));
    }

    /// `index` with `entry` in the place of the one that bears the same name, or none as it does.
    public static byte[] put(byte[] index, Descriptor entry) throws MalformedManifest {
        ManifestReader.read(index, MediaTypes.OCI_INDEX);
        try {
            ObjectNode root = (ObjectNode) MAPPER.readTree(index);
            ArrayNode added = (ArrayNode) MAPPER.readTree(of(entry)).get("manifests");
            List<JsonNode> others = new ArrayList<>();
            root.path("manifests").forEach(others::add);
            String name = entry.annotations().getOrDefault(REF_NAME, "");
            others.removeIf(other -> other.path("annotations").path(REF_NAME).asString("").equals(name));
            root.putArray("manifests").addAll(others).addAll(added);
            return MAPPER.writeValueAsBytes(root);
        } catch (JacksonException e) {
            throw new MalformedManifest("index.json is not JSON", e);
        }
    }
}
