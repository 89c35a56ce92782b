package dev.cupel.image.archive;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Platform;
import dev.cupel.image.compression.Compression;
import dev.cupel.image.compression.ExpansionLimit;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.manifest.ImageConfigReader;
import dev.cupel.image.manifest.Images;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.manifest.ManifestWriter;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.source.ImageSource;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.tar.MalformedTar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/// A plain root file system: a directory, or a tar of one, compressed or not. It becomes an image of one layer that says nothing
/// about what to run; equal content becomes an equal image.
public record RootSource(Path path) implements ImageSource {
    @Override
    public Image load(Platform platform, ContentStore store) throws IOException {
        return new CannotLoad(toString()).orExplain(() -> read(platform, store));
    }

    private Image read(Platform platform, ContentStore store) throws IOException, MalformedManifest, MalformedTar {
        Descriptor layer = Files.isDirectory(path) ? new PackedDirectory(path).into(store) : unpacked(store);
        byte[] configBytes = """
                {"architecture":"%s","os":"%s"%s,"config":{},"rootfs":{"type":"layers","diff_ids":["%s"]},\
                "history":[{"created_by":"a root file system"}]}"""
                .formatted(
                        platform.architecture(),
                        platform.os(),
                        platform.variant().isEmpty() ? "" : ",\"variant\":\"" + platform.variant() + "\"",
                        layer.digest())
                .getBytes(StandardCharsets.UTF_8);
        ImageConfig config = ImageConfigReader.read(configBytes);
        Manifest.OfImage manifest = new Manifest.OfImage(
                MediaTypes.OCI_MANIFEST, store.add(MediaTypes.OCI_CONFIG, configBytes), List.of(layer), new TreeMap<>());
        Descriptor stored = store.add(MediaTypes.OCI_MANIFEST, ManifestWriter.write(manifest));
        return Images.of(stored, manifest, config);
    }

    private Descriptor unpacked(ContentStore store) throws IOException {
        try (InputStream tar = Compression.expand(Files.newInputStream(path), ExpansionLimit.standard())) {
            return store.add(MediaTypes.OCI_LAYER, tar);
        }
    }

    @Override
    public String toString() {
        return "dir:" + path;
    }
}
