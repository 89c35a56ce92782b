package dev.cupel.image.engine.transfer;

import dev.cupel.image.Descriptor;
import dev.cupel.image.archive.DockerArchive;
import dev.cupel.image.engine.http.RequestBody;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.Images;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.manifest.ManifestWriter;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.progress.ByteCount;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.store.ContentStore;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// An image as the stream that an engine loads it from.
record LoadableImage(Image image, ImageName name, ContentStore store, ByteCount count) implements RequestBody {
    private static final String ZSTD = "zstd";

    /// The same image for engines that unpack plain and gzip layers only, as those of the classic store before 2023 do: the others
    /// are unpacked here. Configuration and id stay; the manifest, which such an engine does not keep, is made anew.
    LoadableImage withoutZstd() throws IOException {
        if (image.layers().stream().noneMatch(layer -> layer.blob().mediaType().endsWith(ZSTD))) {
            return this;
        }
        List<Descriptor> layers = new ArrayList<>();
        for (Layer layer : image.layers()) {
            layers.add(layer.blob().mediaType().endsWith(ZSTD) ? unpacked(layer) : layer.blob());
        }
        Manifest.OfImage manifest =
                new Manifest.OfImage(MediaTypes.OCI_MANIFEST, image.configBlob(), layers, new TreeMap<>(image.annotations()));
        try {
            Descriptor stored = store.add(MediaTypes.OCI_MANIFEST, ManifestWriter.write(manifest));
            return new LoadableImage(Images.of(stored, manifest, image.config()), name, store, count);
        } catch (MalformedManifest e) {
            throw new IllegalStateException("an image has as many layers as it had", e);
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        DockerArchive archive = new DockerArchive(image, Optional.of(name), store);
        archive.writeTo(new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                count.add(length);
            }

            @Override
            public void close() throws IOException {
                flush(); // the request has its own end behind the archive's
            }
        });
    }

    private Descriptor unpacked(Layer layer) throws IOException {
        Path tar = store.layer(layer).tar();
        long size = Files.size(tar);
        try (InputStream in = Files.newInputStream(tar)) {
            store.add(layer.diffId(), size, in);
        }
        return new Descriptor(MediaTypes.OCI_LAYER, layer.diffId(), size);
    }
}
