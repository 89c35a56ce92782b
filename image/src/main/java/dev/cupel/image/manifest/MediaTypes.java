package dev.cupel.image.manifest;

import dev.cupel.image.compression.Compression;
import java.util.List;
import java.util.Set;

/// The media types of images. Spec: OCI image-spec 1.1, media-types.md; Docker image manifest v2, schema 2.
public final class MediaTypes {
    public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    public static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
    public static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar";
    public static final String OCI_LAYER_GZIP = "application/vnd.oci.image.layer.v1.tar+gzip";
    public static final String OCI_LAYER_ZSTD = "application/vnd.oci.image.layer.v1.tar+zstd";
    public static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    public static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    public static final String DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json";
    public static final String DOCKER_LAYER = "application/vnd.docker.image.rootfs.diff.tar";
    public static final String DOCKER_LAYER_GZIP = "application/vnd.docker.image.rootfs.diff.tar.gzip";
    public static final String DOCKER_LAYER_ZSTD = "application/vnd.docker.image.rootfs.diff.tar.zstd";

    private static final Set<String> SCHEMA_1 = Set.of(
            "application/vnd.docker.distribution.manifest.v1+json", "application/vnd.docker.distribution.manifest.v1+prettyjws");
    private static final Set<String> LAYERS = Set.of(
            OCI_LAYER,
            OCI_LAYER_GZIP,
            OCI_LAYER_ZSTD,
            "application/vnd.oci.image.layer.nondistributable.v1.tar",
            "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip",
            "application/vnd.oci.image.layer.nondistributable.v1.tar+zstd",
            DOCKER_LAYER,
            DOCKER_LAYER_GZIP,
            DOCKER_LAYER_ZSTD,
            "application/vnd.docker.image.rootfs.foreign.diff.tar",
            "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip");

    private MediaTypes() {}

    /// What a registry is asked to answer with, best first.
    public static List<String> acceptedManifests() {
        return List.of(OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST);
    }

    public static boolean isIndex(String type) {
        return type.equals(OCI_INDEX) || type.equals(DOCKER_LIST);
    }

    public static boolean isImageManifest(String type) {
        return type.equals(OCI_MANIFEST) || type.equals(DOCKER_MANIFEST);
    }

    public static boolean isConfig(String type) {
        return type.equals(OCI_CONFIG) || type.equals(DOCKER_CONFIG);
    }

    /// What a layer compressed so is called in a manifest of Docker's kind or of OCI's.
    public static String layer(Compression compression, boolean docker) {
        return switch (compression) {
            case NONE -> docker ? DOCKER_LAYER : OCI_LAYER;
            case GZIP -> docker ? DOCKER_LAYER_GZIP : OCI_LAYER_GZIP;
            case ZSTD -> docker ? DOCKER_LAYER_ZSTD : OCI_LAYER_ZSTD;
        };
    }

    /// What a layer's media type says of its compression; its bytes may say otherwise.
    public static Compression compressionOf(String layerType) {
        return layerType.endsWith("gzip") ? Compression.GZIP : layerType.endsWith("zstd") ? Compression.ZSTD : Compression.NONE;
    }

    static boolean isLayer(String type) {
        return LAYERS.contains(type);
    }

    static boolean isSchema1(String type) {
        return SCHEMA_1.contains(type);
    }
}
