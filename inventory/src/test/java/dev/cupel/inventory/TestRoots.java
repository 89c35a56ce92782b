package dev.cupel.inventory;

import dev.cupel.image.Descriptor;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.rootfs.LayeredRootFs;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.image.store.ContentStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Root file systems for tests, read the way every image is.
public record TestRoots(Path work) {
    /// What a shell script leaves in an empty directory.
    public RootFs made(String script) throws IOException, InterruptedException {
        Path tree = Files.createTempDirectory(work, "tree");
        return packed(tree, script + "\ntar --sort=name --numeric-owner -cf - .");
    }

    /// Some paths of this machine, relative to `/`, links as they are.
    public RootFs ofMachine(List<String> paths) throws IOException, InterruptedException {
        return packed(Path.of("/"), "tar --sort=name --numeric-owner -cf - " + String.join(" ", paths));
    }

    /// A tar, plain or compressed by gzip.
    public RootFs of(Path tar) throws IOException {
        try (InputStream in = Files.newInputStream(tar)) {
            return of(tar.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
        }
    }

    private RootFs packed(Path directory, String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-e", "-c", "umask 022\n" + script)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] tar = shell.getInputStream().readAllBytes();
        if (shell.waitFor() != 0) {
            throw new IllegalStateException(new String(tar, StandardCharsets.UTF_8) + script);
        }
        return of(new ByteArrayInputStream(tar));
    }

    private RootFs of(InputStream tar) throws IOException {
        ContentStore store = ContentStore.at(work.resolve("store"));
        Descriptor blob = store.add(MediaTypes.OCI_LAYER, tar);
        return LayeredRootFs.of(List.of(store.layer(new Layer(blob, blob.digest()))));
    }
}
