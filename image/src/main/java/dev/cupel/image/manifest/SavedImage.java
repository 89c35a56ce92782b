package dev.cupel.image.manifest;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One image of the `manifest.json` that `docker save` writes: names of files within the archive.
///
/// @param tags as Docker prints them, such as `nginx:1.27`
/// @param layers lowest first
public record SavedImage(String config, List<String> tags, List<String> layers) {
    private static final int MOST_BYTES = 16 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public SavedImage {
        tags = List.copyOf(tags);
        layers = List.copyOf(layers);
    }

    /// Reads a `manifest.json`; one builder writes its field names in lower case, and Docker reads them all the same.
    public static List<SavedImage> read(byte[] document) throws MalformedManifest {
        List<SavedImage> images = new ArrayList<>();
        for (Json image : Json.readList(document, MOST_BYTES, "manifest.json, image")) {
            Json fields = image.ignoringCase();
            images.add(new SavedImage(fields.text("config"), fields.texts("repotags"), fields.texts("layers")));
        }
        return images;
    }

    /// Writes a `manifest.json`.
    public static byte[] write(List<SavedImage> images) {
        ArrayNode list = MAPPER.createArrayNode();
        for (SavedImage image : images) {
            ObjectNode fields = list.addObject();
            fields.put("Config", image.config());
            ArrayNode tags = fields.putArray("RepoTags");
            image.tags().forEach(tags::add);
            ArrayNode layers = fields.putArray("Layers");
            image.layers().forEach(layers::add);
        }
        return MAPPER.writeValueAsBytes(list);
    }
}
