package dev.cupel.inventory.cataloguer;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.manifest.History;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inventory.catalog.Origin;
import dev.cupel.inventory.secret.SecretMask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which layer brought what.
public final class Origins {
    private final OpenedImage image;
    private final List<Origin> layers = new ArrayList<>();
    private final List<Map<ImagePath, Entry>> byPath = new ArrayList<>();

    public Origins(OpenedImage image) {
        this.image = image;
        for (int i = 0; i < image.layers().size(); i++) {
            layers.add(new Origin(i, image.madeBy(i).map(History::createdBy).map(SecretMask::of).orElse("")));
        }
        image.layers().forEach(layer -> {
            Map<ImagePath, Entry> entries = new HashMap<>();
            layer.index().entries().forEach(entry -> entries.put(entry.path(), entry));
            byPath.add(entries);
        });
    }

    /// A layer with the step that made it.
    public Origin of(int layer) {
        return layers.get(layer);
    }

    /// Where the content that a file has now came in: a layer that only changes the file's owner or times did not bring it.
    public Origin of(Node file) throws IOException {
        int since = file.layer();
        for (int i = since - 1; i >= 0; i--) {
            Optional<Entry> below = entry(i, file.path());
            if (below.isPresent()) {
                if (!same(i, below.get(), file)) {
                    break;
                }
                since = i;
            }
        }
        return of(since);
    }

    /// The same of a path; of one that is no file of the image nothing is known.
    public Origin of(ImagePath path) throws IOException {
        Optional<Node> file = image.root().at(path);
        return file.isPresent() ? of(file.get()) : Origin.UNKNOWN;
    }

    private boolean same(int layer, Entry below, Node file) throws IOException {
        boolean alike = below.type() == file.entry().type() && below.sizeBytes() == file.entry().sizeBytes();
        return alike && (!below.isFile() || digest(layer, below).equals(digest(file.layer(), file.entry())));
    }

    private Digest digest(int layer, Entry file) throws IOException {
        return image.layers().get(layer).files().digest(file);
    }

    /// What a layer has at a path.
    public Optional<Entry> entry(int layer, ImagePath path) {
        return Optional.ofNullable(byPath.get(layer).get(path));
    }
}
