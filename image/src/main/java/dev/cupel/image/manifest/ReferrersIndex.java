package dev.cupel.image.manifest;

import dev.cupel.image.Descriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The index of what refers to one manifest. Spec: OCI distribution-spec 1.1, "Listing Referrers" and "Referrers Tag Schema".
public final class ReferrersIndex {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReferrersIndex() {}

    /// Its entries, in its order. Anything but an index is a [MalformedManifest].
    public static List<Referrer> read(byte[] index) throws MalformedManifest {
        Json json = Json.read(index, ManifestReader.MOST_BYTES, "the index of referrers");
        if (!(ManifestReader.read(index, MediaTypes.OCI_INDEX) instanceof Manifest.OfIndex)) {
            throw new MalformedManifest("where the index of referrers should be stands an image");
        }
        List<Referrer> found = new ArrayList<>();
        for (Json one : json.objects("manifests")) {
            found.add(new Referrer(new DescriptorJson(one).read(), one.text("artifactType")));
        }
        return found;
    }

    /// An index without entries.
    public static byte[] empty() {
        return ManifestWriter.write(new Manifest.OfIndex(MediaTypes.OCI_INDEX, List.of(), new TreeMap<>()));
    }

    /// `index` with one entry more. What else stands in it stays as it is, known or not.
    public static byte[] with(byte[] index, Referrer added) throws MalformedManifest {
        read(index);
        try {
            ObjectNode root = (ObjectNode) MAPPER.readTree(index);
            ArrayNode entries = root.path("manifests") instanceof ArrayNode list ? list : root.putArray("manifests");
            Descriptor manifest = added.manifest();
            ObjectNode entry = entries.addObject()
                    .put("mediaType", manifest.mediaType())
                    .put("digest", manifest.digest().toString())
                    .put("size", manifest.sizeBytes());
            if (!manifest.annotations().isEmpty()) {
                manifest.annotations().forEach(entry.putObject("annotations")::put);
            }
            entry.put("artifactType", added.artifactType());
            return MAPPER.writeValueAsBytes(root);
        } catch (JacksonException e) {
            throw new MalformedManifest("the index of referrers is not JSON", e);
        }
    }
}
