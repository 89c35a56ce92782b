package dev.cupel.inventory;

import dev.cupel.image.Descriptor;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.ImageConfigReader;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.store.ContentStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Images for tests: one layer a script, of what the script leaves in an empty directory. The history calls them `step 0`, `step 1`…
public record TestImages(Path work) {
    public OpenedImage of(String... scripts) throws IOException, InterruptedException, MalformedManifest {
        ContentStore store = ContentStore.at(work.resolve("store"));
        List<Layer> layers = new ArrayList<>();
        for (String script : scripts) {
            Descriptor blob = store.add(MediaTypes.OCI_LAYER, new ByteArrayInputStream(tar(script)));
            layers.add(new Layer(blob, blob.digest()));
        }
        String history = Arrays.stream(scripts).map(script -> "{\"created_by\":\"step " + Arrays.asList(scripts).indexOf(script) + "\"}")
                .collect(Collectors.joining(","));
        byte[] config = ("{\"os\":\"linux\",\"architecture\":\"amd64\",\"created\":\"2026-01-02T03:04:05.678Z\",\"config\":{\"Env\":[\"API_KEY=abcdef0123456789\"]},"
                        + "\"history\":[" + history + "]}")
                .getBytes(StandardCharsets.UTF_8);
        Descriptor blob = store.add("application/vnd.oci.image.config.v1+json", config);
        return OpenedImage.of(new Image(blob, blob, ImageConfigReader.read(config), layers, new TreeMap<>()), store);
    }

    private byte[] tar(String script) throws IOException, InterruptedException {
        Path tree = Files.createTempDirectory(work, "tree");
        Process shell = new ProcessBuilder("sh", "-e", "-c", "umask 022\n{\n" + script + "\n} >&2\ntar --sort=name --numeric-owner -cf - .")
                .directory(tree.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] tar = shell.getInputStream().readAllBytes();
        if (shell.waitFor() != 0) {
            throw new IllegalStateException(script);
        }
        return tar;
    }
}
