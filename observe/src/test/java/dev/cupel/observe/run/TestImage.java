package dev.cupel.observe.run;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.Platform;
import dev.cupel.image.compression.Compression;
import dev.cupel.image.compression.ExpansionLimit;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.manifest.ManifestWriter;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.store.ContentStore;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An image made for a test: Alpine's root file system and layers on top of it, put together in a content store.
public final class TestImage {
    private static final String ALPINE = "images/alpine-minirootfs-3.20.3-x86_64.tar.gz";
    private static final String GZIP = "application/vnd.oci.image.layer.v1.tar+gzip";
    private static final String PLAIN = "application/vnd.oci.image.layer.v1.tar";

    private final ContentStore store;
    private final List<Layer> layers = new ArrayList<>();
    private final TreeSet<String> volumes = new TreeSet<>();
    private List<String> environment = List.of();
    private List<String> command = List.of("/bin/sh");
    private String user = "";
    private String directory = "";
    private String stopSignal = "";

    private TestImage(ContentStore store) {
        this.store = store;
    }

    /// Without any layer.
    public static TestImage scratch(ContentStore store) {
        return new TestImage(store);
    }

    /// With Alpine 3.20; the test [dev.cupel.testing.Needs] the shared data.
    public static TestImage alpine(ContentStore store) throws IOException {
        return new TestImage(store).layer(SharedData.directory().resolve(ALPINE), GZIP);
    }

    /// Adds a layer from a tar that `tar` makes of a directory, with the owners and attributes the files have.
    public TestImage layerOf(Path content) throws IOException, InterruptedException {
        Path tar = Files.createTempFile("layer", ".tar");
        try {
            Process packing = new ProcessBuilder(
                            "tar", "--xattrs", "--xattrs-include=*", "--format=pax", "--numeric-owner", "-C", content.toString(), "-cf", tar.toString(), ".")
                    .inheritIO()
                    .start();
            if (packing.waitFor() != 0) {
                throw new IOException("tar did not pack " + content);
            }
            return layer(tar, PLAIN);
        } finally {
            Files.delete(tar);
        }
    }

    /// Adds a layer that is there as a file.
    public TestImage layer(Path file, String mediaType) throws IOException {
        Descriptor blob;
        try (InputStream in = Files.newInputStream(file)) {
            blob = store.add(mediaType, in);
        }
        layers.add(new Layer(blob, diffId(file)));
        return this;
    }

    public TestImage environment(String... lines) {
        environment = List.of(lines);
        return this;
    }

    public TestImage command(String... words) {
        command = List.of(words);
        return this;
    }

    public TestImage user(String spec) {
        user = spec;
        return this;
    }

    public TestImage directory(String path) {
        directory = path;
        return this;
    }

    public TestImage volume(String path) {
        volumes.add(path);
        return this;
    }

    public TestImage stopSignal(String name) {
        stopSignal = name;
        return this;
    }

    public Image image() throws IOException {
        ImageConfig config = new ImageConfig(
                new Platform("linux", "amd64", ""),
                "",
                user,
                environment,
                List.of(),
                command,
                directory,
                new TreeSet<>(),
                volumes,
                new TreeMap<>(),
                stopSignal,
                Optional.empty(),
                List.of(),
                List.of(),
                layers.stream().map(Layer::diffId).toList(),
                List.of());
        Descriptor blob = store.add(MediaTypes.OCI_CONFIG, document(config));
        Manifest.OfImage manifest = new Manifest.OfImage(
                MediaTypes.OCI_MANIFEST, blob, layers.stream().map(Layer::blob).toList(), new TreeMap<>());
        return new Image(store.add(MediaTypes.OCI_MANIFEST, ManifestWriter.write(manifest)), blob, config, layers, new TreeMap<>());
    }

    private static byte[] document(ImageConfig config) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("os", config.platform().os()).put("architecture", config.platform().architecture());
        ObjectNode inner = root.putObject("config");
        inner.put("User", config.user()).put("WorkingDir", config.workingDirectory());
        config.environment().forEach(inner.putArray("Env")::add);
        config.command().forEach(inner.putArray("Cmd")::add);
        config.volumes().forEach(inner.putObject("Volumes")::putObject);
        if (!config.stopSignal().isEmpty()) {
            inner.put("StopSignal", config.stopSignal());
        }
        ArrayNode layers = root.putObject("rootfs").put("type", "layers").putArray("diff_ids");
        config.diffIds().forEach(digest -> layers.add(digest.toString()));
        return JsonMapper.shared().writeValueAsBytes(root);
    }

    private static Digest diffId(Path file) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        try (InputStream raw = Compression.expand(Files.newInputStream(file), ExpansionLimit.standard());
                InputStream in = new DigestInputStream(raw, sha256)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return Digest.finish(sha256.digest());
    }
}
