package dev.cupel.image.rootfs;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Layers made by GNU tar out of what a shell script leaves in an empty directory.
record TestLayers(Path work, ContentStore store) {
    /// Runs each script in a directory of its own and packs that; lowest first.
    LayeredRootFs of(String... scripts) throws IOException, InterruptedException {
        List<Layer> layers = new ArrayList<>();
        for (String script : scripts) {
            layers.add(layer(script, "--format=posix"));
        }
        return open(layers);
    }

    LayeredRootFs open(List<Layer> layers) throws IOException {
        return LayeredRootFs.of(new LayerOpening(store).open(layers));
    }

    /// One layer, packed with these arguments to tar.
    Layer layer(String script, String tarArguments) throws IOException, InterruptedException {
        Path tree = Files.createTempDirectory(work, "tree");
        Path tar = Files.createTempFile(work, "layer", ".tar");
        run("set -e; umask 022; cd " + tree + "; " + script + "; tar --sort=name --numeric-owner " + tarArguments + " -cf " + tar + " .");
        return add(Files.readAllBytes(tar));
    }

    /// A layer of these very bytes.
    Layer add(byte[] tar) throws IOException {
        Descriptor blob = store.add(MediaTypes.OCI_LAYER, tar);
        return new Layer(blob, Digest.of(tar));
    }

    static void run(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (shell.waitFor() != 0) {
            throw new IllegalStateException(script + ": " + output);
        }
    }
}
