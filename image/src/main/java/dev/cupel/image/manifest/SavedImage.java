package dev.cupel.image.manifest;

import java.util.ArrayList;
import java.util.List;

/// One image of the `manifest.json` that `docker save` writes: names of files within the archive.
///
/// @param tags as Docker prints them, such as `nginx:1.27`
/// @param layers lowest first
public record SavedImage(String config, List<String> tags, List<String> layers) {
    private static final int MOST_BYTES = 16 << 20;

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
}
