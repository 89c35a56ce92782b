package dev.cupel.image.engine.transfer;

import dev.cupel.image.Digest;
import dev.cupel.image.engine.EngineImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// What Docker Engine keeps on disk with its `overlay2` driver: reading it spares the export through the API, which sends every
/// layer however well we know it.
///
/// @param root the engine's directory, such as `/var/lib/docker`
record OverlayStore(Path root) {
    private static final int MOST_CONFIG_BYTES = 16 << 20;

    /// The one that an image lies in; empty with another driver. Asking the image spares a question that takes the engine a while.
    static Optional<OverlayStore> of(EngineImage image) {
        return image.unpacked()
                .filter(_ -> image.storageDriver().equals("overlay2"))
                .filter(top -> top.getNameCount() > 3 && top.getName(top.getNameCount() - 3).toString().equals("overlay2"))
                .map(top -> new OverlayStore(top.resolve("../../..").normalize()));
    }

    /// Whether this process can read it: usually that takes root, on the engine's own machine.
    boolean isReadable() {
        return Files.isReadable(layers()) && Files.isReadable(configs());
    }

    /// The configuration of the image of this id, byte for byte; unchecked.
    byte[] config(Digest id) throws IOException {
        Path file = configs().resolve(id.hex());
        if (Files.size(file) > MOST_CONFIG_BYTES) {
            throw new IOException(file + " is too long for a configuration");
        }
        return Files.readAllBytes(file);
    }

    /// The tar of the topmost of these layers, unchecked.
    InputStream tar(List<Digest> diffIds) throws IOException {
        LayerDirectory directory = directory(diffIds);
        InputStream zipped = Files.newInputStream(record(diffIds).resolve("tar-split.json.gz"));
        try {
            return new ReassembledTar(new TarSplit(new BufferedInputStream(new GZIPInputStream(zipped, 1 << 16), 1 << 16)), directory);
        } catch (IOException e) {
            zipped.close();
            throw e;
        }
    }

    /// Where the topmost of these layers is unpacked.
    LayerDirectory directory(List<Digest> diffIds) throws IOException {
        Path named = record(diffIds).resolve("cache-id");
        String cacheId = Files.readString(named).strip();
        if (!cacheId.matches("[A-Za-z0-9-]{1,128}")) {
            throw new IOException(named + " names no directory");
        }
        return new LayerDirectory(root.resolve("overlay2").resolve(cacheId).resolve("diff").toRealPath());
    }

    private Path record(List<Digest> diffIds) {
        return layers().resolve(chainId(diffIds).hex());
    }

    /// Spec: OCI image-spec 1.1, config.md, "Layer ChainID".
    static Digest chainId(List<Digest> diffIds) {
        List<Digest> rest = new ArrayList<>(diffIds);
        Digest chain = rest.removeFirst();
        for (Digest next : rest) {
            chain = Digest.of((chain + " " + next).getBytes(StandardCharsets.US_ASCII));
        }
        return chain;
    }

    private Path layers() {
        return root.resolve("image/overlay2/layerdb/sha256");
    }

    private Path configs() {
        return root.resolve("image/overlay2/imagedb/content/sha256");
    }
}
