package dev.cupel.image.write;

import dev.cupel.image.Descriptor;
import dev.cupel.image.compression.Compression;
import dev.cupel.image.compression.ParallelGzip;
import dev.cupel.image.compression.ZstdWriter;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.store.BlobOutput;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/// Compresses layers: the same bytes for the same layer, whatever the number of threads.
///
/// @param level of the compression: 1 to 9 for gzip, 1 to 19 for zstd
/// @param threads how many gzip may use
public record LayerPacker(ContentStore store, int level, int threads) {
    /// The layer as a blob of this kind, in the store; itself if it is one.
    public Layer pack(Layer layer, Compression as) throws IOException {
        if (MediaTypes.compressionOf(layer.blob().mediaType()) == as) {
            return layer;
        }
        try (InputStream tar = Files.newInputStream(store.layer(layer).tar())) {
            return new Layer(packed(tar, as, MediaTypes.layer(as, false)), layer.diffId());
        }
    }

    private Descriptor packed(InputStream tar, Compression as, String type) throws IOException {
        try (BlobOutput blob = store.create()) {
            switch (as) {
                case NONE -> tar.transferTo(blob);
                case GZIP -> new ParallelGzip(level, threads).compress(tar, blob);
                case ZSTD -> new ZstdWriter(level).compress(tar, blob);
            }
            return blob.finish(type);
        }
    }
}
