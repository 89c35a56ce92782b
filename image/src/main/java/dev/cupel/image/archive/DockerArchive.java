package dev.cupel.image.archive;

import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.IndexEdit;
import dev.cupel.image.manifest.SavedImage;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What `docker load` of any age reads: an OCI layout for those that know it, which then keep manifest and blobs byte for byte,
/// with the `manifest.json` that older ones need. Equal images make equal streams.
public record DockerArchive(Image image, Optional<ImageName> name, ContentStore store) {
    public void writeTo(OutputStream stream) throws IOException {
        try (TarOutput out = new TarOutput(stream)) {
            new LayoutBlobs(image, store).write(out);
            out.file("index.json", IndexEdit.of(LayoutEntry.of(image, names())));
            out.file("manifest.json", SavedImage.write(List.of(saved())));
        }
    }

    private SortedMap<String, String> names() {
        SortedMap<String, String> names = new TreeMap<>();
        name.ifPresent(one -> {
            names.put("io.containerd.image.name", one.withTag(one.tagOrLatest()).toString());
            names.put(OciLayout.REF_NAME, one.tagOrLatest());
        });
        return names;
    }

    private SavedImage saved() {
        List<String> tags = name.map(one -> one.withTag(one.tagOrLatest()).familiar()).stream().toList();
        List<String> layers = image.layers().stream()
                .map(layer -> BlobFolder.name(layer.blob().digest()))
                .toList();
        return new SavedImage(BlobFolder.name(image.configBlob().digest()), tags, layers);
    }
}
