package dev.cupel.image.manifest;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads manifests and indexes of both kinds. Everything else that registries hold (schema 1, charts, signatures, artifacts)
/// is a [MalformedManifest] whose sentence says what it is.
public final class ManifestReader {
    /// Registries refuse larger ones too (OCI distribution-spec 1.1, "Pushing Manifests").
    public static final int MOST_BYTES = 4 << 20;

    private static final int MOST_LAYERS = 4096;

    private ManifestReader() {}

    /// Reads one document. `mediaType` is what the sender called it and may be empty; it must not contradict the document.
    public static Manifest read(byte[] document, String mediaType) throws MalformedManifest {
        Json json = Json.read(document, MOST_BYTES, "the manifest");
        String type = typeOf(json, mediaType);
        return MediaTypes.isIndex(type) ? index(json, type) : image(json, type);
    }

    private static String typeOf(Json json, String sent) throws MalformedManifest {
        String written = json.text("mediaType");
        String type = written.isEmpty() ? sent : written;
        if (json.number("schemaVersion") == 1 || MediaTypes.isSchema1(type)) {
            throw new MalformedManifest("it is a schema 1 manifest, which Docker gave up in 2019; "
                    + "pull and push it once with a Docker Engine of version 17 to 25 and it becomes schema 2");
        }
        if (json.number("schemaVersion") != 2) {
            throw json.wrong("schemaVersion", "2");
        }
        boolean list = json.names().contains("manifests"); // an empty list may be written as null
        if (list == json.names().contains("layers") || (list && json.has("config"))) {
            // A document that is both is how one digest is made to mean two images.
            throw new MalformedManifest("the manifest must have either layers or manifests");
        }
        if (type.isEmpty() || !(MediaTypes.isIndex(type) || MediaTypes.isImageManifest(type))) {
            return guess(json, type, list);
        }
        if (list != MediaTypes.isIndex(type)) {
            throw new MalformedManifest("the manifest is called " + Quoted.of(type) + " and has another's fields");
        }
        return type;
    }

    private static String guess(Json json, String type, boolean list) throws MalformedManifest {
        if (!type.isEmpty() && !type.endsWith("json") && !type.equals("application/octet-stream") && !type.startsWith("text/plain")) {
            throw new MalformedManifest("a manifest of the media type " + Quoted.of(type) + " is no image's");
        }
        String config = json.object("config").isPresent() ? json.object("config").get().text("mediaType") : "";
        boolean docker = config.equals(MediaTypes.DOCKER_CONFIG);
        return list ? MediaTypes.OCI_INDEX : docker ? MediaTypes.DOCKER_MANIFEST : MediaTypes.OCI_MANIFEST;
    }

    private static Manifest.OfIndex index(Json json, String type) throws MalformedManifest {
        return new Manifest.OfIndex(type, descriptors(json, "manifests"), json.map("annotations"));
    }

    private static Manifest.OfImage image(Json json, String type) throws MalformedManifest {
        Optional<Json> config = json.object("config");
        if (config.isEmpty()) {
            throw new MalformedManifest("the manifest names no configuration");
        }
        Descriptor configBlob = new DescriptorJson(config.get()).read();
        refuseOtherKinds(json.text("artifactType"), configBlob.mediaType());
        List<Descriptor> layers = descriptors(json, "layers");
        Optional<Descriptor> odd = layers.stream()
                .filter(Predicate.not(layer -> MediaTypes.isLayer(layer.mediaType())))
                .findFirst();
        if (odd.isPresent()) {
            throw new MalformedManifest("a layer has the media type " + Quoted.of(odd.get().mediaType())
                    + ", which is no file system layer that Cupel knows");
        }
        return new Manifest.OfImage(type, configBlob, layers, json.map("annotations"));
    }

    private static void refuseOtherKinds(String artifactType, String configType) throws MalformedManifest {
        if (configType.startsWith("application/vnd.cncf.helm")) {
            throw new MalformedManifest("it is a Helm chart, not an image");
        }
        if (configType.startsWith("application/vnd.wasm") || configType.startsWith("application/vnd.module.wasm")) {
            throw new MalformedManifest("it is a WebAssembly module, not an image");
        }
        if (!MediaTypes.isConfig(configType)) {
            String kind = artifactType.isEmpty() ? configType : artifactType;
            throw new MalformedManifest("it is an artifact of the type " + Quoted.of(kind) + ", not an image");
        }
    }

    private static List<Descriptor> descriptors(Json json, String field) throws MalformedManifest {
        List<Descriptor> found = new ArrayList<>();
        for (Json one : json.objects(field)) {
            found.add(new DescriptorJson(one).read());
        }
        if (found.size() > MOST_LAYERS) {
            throw json.wrong(field, "a list of at most " + MOST_LAYERS);
        }
        return found;
    }
}
