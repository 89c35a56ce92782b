package dev.cupel.image.manifest;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A manifest of one document that tells something of another manifest. Spec: OCI image-spec 1.1, manifest.md, "Guidelines for
/// Artifact Usage".
///
/// @param type of the document, a media type
/// @param content the document
/// @param subject what it tells of
public record Artifact(String type, Descriptor content, Descriptor subject, SortedMap<String, String> annotations) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /// Of the configuration that has to be there and tells nothing.
    static final String EMPTY_TYPE = "application/vnd.oci.empty.v1+json";

    public Artifact {
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }

    /// The content of its configuration, which has to be there and tells nothing: `{}`.
    public static byte[] emptyConfig() {
        return "{}".getBytes(StandardCharsets.UTF_8);
    }

    /// Its own descriptor.
    public Descriptor descriptor() {
        byte[] bytes = json();
        return new Descriptor(MediaTypes.OCI_MANIFEST, Digest.of(bytes), bytes.length, annotations, Optional.empty());
    }

    /// Its bytes: the same for the same artifact.
    public byte[] json() {
        ObjectNode root = MAPPER.createObjectNode()
                .put("schemaVersion", 2)
                .put("mediaType", MediaTypes.OCI_MANIFEST)
                .put("artifactType", type);
        fill(root.putObject("config"), new Descriptor(EMPTY_TYPE, Digest.of(emptyConfig()), emptyConfig().length));
        fill(root.putArray("layers").addObject(), content);
        fill(root.putObject("subject"), subject);
        if (!annotations.isEmpty()) {
            annotations.forEach(root.putObject("annotations")::put);
        }
        return MAPPER.writeValueAsBytes(root);
    }

    /// Reads what [#json] and other clients write. A manifest of no document, of several, or without a subject is a
    /// [MalformedManifest].
    public static Artifact read(byte[] document) throws MalformedManifest {
        Json json = Json.read(document, ManifestReader.MOST_BYTES, "the artifact's manifest");
        List<Descriptor> contents = new ArrayList<>();
        for (Json one : json.objects("layers")) {
            contents.add(new DescriptorJson(one).read());
        }
        if (contents.size() != 1 || json.object("subject").isEmpty()) {
            throw new MalformedManifest("the artifact has %d documents, or tells of nothing".formatted(contents.size()));
        }
        String config = json.object("config").isEmpty() ? "" : json.object("config").get().text("mediaType");
        String type = json.text("artifactType").isEmpty() ? config : json.text("artifactType");
        return new Artifact(type, contents.getFirst(), new DescriptorJson(json.object("subject").get()).read(), json.map("annotations"));
    }

    /// The documents of a manifest that need not tell what it is about: each one an artifact of its own media type, about `subject`. More than
    /// `most` are a [MalformedManifest].
    public static List<Artifact> readEach(byte[] document, Descriptor subject, int most) throws MalformedManifest {
        Json json = Json.read(document, ManifestReader.MOST_BYTES, "the manifest of attestations");
        List<Artifact> found = new ArrayList<>();
        for (Json one : json.objects("layers")) {
            Descriptor content = new DescriptorJson(one).read();
            found.add(new Artifact(content.mediaType(), content, subject, content.annotations()));
        }
        if (found.size() > most) {
            throw json.wrong("layers", "a list of at most " + most);
        }
        return found;
    }

    private static void fill(ObjectNode fields, Descriptor descriptor) {
        fields.put("mediaType", descriptor.mediaType());
        fields.put("digest", descriptor.digest().toString());
        fields.put("size", descriptor.sizeBytes());
    }
}
