package dev.cupel.inspect;

import dev.cupel.image.Descriptor;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.manifest.ImageConfigReader;
import dev.cupel.image.manifest.Images;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.manifest.ManifestWriter;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.store.ContentStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An image that a test makes step by step; each layer is what a shell script leaves in an empty directory.
public final class TestImage {
    private static final String TAR = "\ntar --sort=name --numeric-owner --mtime=@0 -cf - .";

    private final Path work;
    private final ContentStore store;
    private final ObjectNode config = JsonMapper.shared().createObjectNode().put("os", "linux").put("architecture", "amd64");
    private final ObjectNode settings = config.putObject("config");
    private final ArrayNode history = config.putArray("history");
    private final ArrayNode diffIds = config.putObject("rootfs").put("type", "layers").putArray("diff_ids");
    private final List<Descriptor> layers = new ArrayList<>();

    public TestImage(Path work) {
        this.work = work;
        this.store = ContentStore.at(work.resolve("store"));
    }

    public ContentStore store() {
        return store;
    }

    /// The `config` object of the configuration, to add to.
    public ObjectNode settings() {
        return settings;
    }

    /// A step that makes a layer.
    public TestImage layer(String createdBy, String script) throws IOException, InterruptedException {
        Path tree = Files.createTempDirectory(work, "layer");
        Process shell = new ProcessBuilder("sh", "-e", "-c", "umask 022\n" + script + TAR)
                .directory(tree.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] tar = shell.getInputStream().readAllBytes();
        if (shell.waitFor() != 0) {
            throw new IllegalStateException(script);
        }
        Descriptor blob = store.add(MediaTypes.DOCKER_LAYER, new ByteArrayInputStream(tar));
        layers.add(blob);
        diffIds.add(blob.digest().toString());
        history.addObject().put("created", "2026-01-01T00:00:00Z").put("created_by", createdBy);
        return this;
    }

    /// A step that makes none.
    public TestImage step(String createdBy) {
        history.addObject().put("created", "2026-01-01T00:00:00Z").put("created_by", createdBy).put("empty_layer", true);
        return this;
    }

    public Image image() throws IOException, MalformedManifest {
        byte[] bytes = JsonMapper.shared().writeValueAsString(config).getBytes(StandardCharsets.UTF_8);
        ImageConfig read = ImageConfigReader.read(bytes);
        Manifest.OfImage manifest =
                new Manifest.OfImage(MediaTypes.DOCKER_MANIFEST, store.add(MediaTypes.DOCKER_CONFIG, bytes), layers, new TreeMap<>());
        return Images.of(store.add(MediaTypes.DOCKER_MANIFEST, ManifestWriter.write(manifest)), manifest, read);
    }
}
