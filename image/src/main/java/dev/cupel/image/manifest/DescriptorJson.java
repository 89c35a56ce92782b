package dev.cupel.image.manifest;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Platform;
import java.util.Optional;

/// A descriptor as manifests and indexes have it (OCI image-spec 1.1, descriptor.md).
record DescriptorJson(Json json) {
    Descriptor read() throws MalformedManifest {
        long size = json.number("size");
        if (size < 0 || !json.has("size")) {
            throw json.wrong("size", "the size of a blob");
        }
        return new Descriptor(json.text("mediaType"), json.digest("digest"), size, json.map("annotations"), platform());
    }

    private Optional<Platform> platform() throws MalformedManifest {
        Optional<Json> platform = json.object("platform");
        if (platform.isEmpty()) {
            return Optional.empty();
        }
        Json fields = platform.get();
        return Optional.of(new Platform(fields.text("os"), fields.text("architecture"), fields.text("variant")));
    }
}
