package dev.cupel.observe.unpack;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.EntryType;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.rootfs.LayeredRootFs;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.store.StoredLayer;
import dev.cupel.linux.rooted.FileContent;
import dev.cupel.linux.rooted.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/// Makes a directory tree of one layer. Files are copied out of the layer's tar inside the kernel.
record UnpackLayer(StoredLayer stored) {
    void into(Path directory) throws IOException {
        LayerIndex index = stored.index();
        try (LayerTree tree = LayerTree.in(directory);
                SourceFile tar = SourceFile.open(stored.tar())) {
            for (Entry entry : index.entries()) {
                if (entry.type() == EntryType.FILE) {
                    makeFile(tree, tar, entry);
                } else if (entry.type() != EntryType.HARDLINK) {
                    tree.make(entry);
                }
            }
            // Last, because the name that holds the content may stand behind the others.
            for (Entry entry : index.entries()) {
                if (entry.type() == EntryType.HARDLINK) {
                    tree.makeHardLink(entry);
                }
            }
            hide(tree, index);
            tree.finish();
        }
    }

    private void makeFile(LayerTree tree, SourceFile tar, Entry entry) throws IOException {
        if (!stored.index().sparse().contains(entry.path())) {
            tree.makeFile(entry, FileContent.of(tar, entry.span().data(), entry.sizeBytes()));
            return;
        }
        LayeredRootFs alone = LayeredRootFs.of(List.of(stored));
        Node node = alone.at(entry.path()).orElseThrow(() -> new IOException("the index of layer %s lost %s"
                .formatted(stored.index().diffId(), entry.path())));
        try (InputStream filled = alone.open(node)) {
            tree.makeFile(entry, FileContent.of(filled));
        }
    }

    private static void hide(LayerTree tree, LayerIndex index) throws IOException {
        for (ImagePath opaque : index.opaques()) {
            tree.hideBelow(opaque);
        }
        for (ImagePath whiteout : index.whiteouts()) {
            tree.whiteOut(whiteout);
        }
    }
}
