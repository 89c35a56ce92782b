package dev.cupel.inventory.cataloguer.language;

import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.Scene;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON files of an image, read with limits.
final class Documents {
    private static final int MOST_BYTES = 64 << 20;
    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MOST_BYTES)
                            .maxNestingDepth(100)
                            .build())
                    .build())
            .build();

    /// The document; a file that is none becomes a remark.
    Optional<JsonNode> read(Node file, Scene scene, Collector found) throws IOException {
        try {
            return Optional.of(mapper.readTree(scene.root().head(file, MOST_BYTES)));
        } catch (JacksonException e) {
            found.remark(file.path(), "it is not JSON: " + e.getOriginalMessage());
            return Optional.empty();
        }
    }

    /// A text; empty for anything else.
    static String text(JsonNode node) {
        return node.isString() && node.stringValue().indexOf('\0') < 0 ? node.stringValue() : "";
    }
}
