package dev.cupel.image.write;

import dev.cupel.image.Descriptor;
import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.store.BlobOutput;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.StoredLayer;
import dev.cupel.image.tar.TarHeader;
import dev.cupel.image.tar.TarWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Writes what is to stay of a layer as a new, uncompressed one: in the order of the source, headers and contents copied byte
/// for byte. The same source and edit give the same bytes.
public final class LayerWriter {
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    private final ContentStore store;

    public LayerWriter(ContentStore store) {
        this.store = store;
    }

    /// The filtered layer, stored as a plain blob; empty if nothing of it stays. Parents are not added: keep them too.
    public Optional<Layer> write(StoredLayer source, LayerEdit edit) throws IOException {
        List<Entry> kept = source.index().entries().stream()
                .filter(entry -> edit.keep().test(entry.path()))
                .toList();
        List<TarHeader> deletions = deletions(source, edit);
        if (kept.isEmpty() && deletions.isEmpty()) {
            return Optional.empty();
        }
        try (BlobOutput blob = store.create();
                LayerCopy copy = new LayerCopy(source, edit.replacements())) {
            BufferedOutputStream buffered = new BufferedOutputStream(blob, 1 << 17);
            TarWriter tar = new TarWriter(buffered);
            for (Entry entry : kept) {
                copy.write(entry, tar);
            }
            for (TarHeader deletion : deletions) {
                tar.add(deletion); // behind the directories that they stand in
            }
            tar.finish();
            buffered.flush();
            Descriptor stored = blob.finish(MediaTypes.OCI_LAYER);
            return Optional.of(new Layer(stored, stored.digest()));
        }
    }

    private static List<TarHeader> deletions(StoredLayer source, LayerEdit edit) {
        List<TarHeader> headers = new ArrayList<>();
        for (ImagePath path : kept(source.index().opaques(), edit)) {
            headers.add(TarHeader.file(HeaderOf.name(path.child(OPAQUE)), 0));
        }
        for (ImagePath path : kept(source.index().whiteouts(), edit)) {
            headers.add(TarHeader.file(HeaderOf.name(path.parent().child(WHITEOUT + path.name())), 0));
        }
        return headers;
    }

    private static List<ImagePath> kept(Collection<ImagePath> deletions, LayerEdit edit) {
        return deletions.stream().filter(edit.keepDeletion()).toList();
    }
}
