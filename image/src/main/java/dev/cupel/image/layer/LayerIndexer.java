package dev.cupel.image.layer;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.tar.MalformedTar;
import dev.cupel.image.tar.TarEntry;
import dev.cupel.image.tar.TarKind;
import dev.cupel.image.tar.TarLimits;
import dev.cupel.image.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Makes the index of a layer from its uncompressed tar, in one pass.
public final class LayerIndexer {
    private final TarLimits limits;

    public LayerIndexer(TarLimits limits) {
        this.limits = limits;
    }

    /// Reads `tar` to its end. That its digest is `diffId` is for the caller to check.
    public LayerIndex index(InputStream tar, Digest diffId) throws IOException, MalformedTar {
        TarReader reader = new TarReader(tar, limits);
        LayerContents contents = new LayerContents();
        ContentDigest digest = new ContentDigest();
        Optional<TarEntry> next = reader.next();
        while (next.isPresent()) {
            take(next.get(), reader, contents, digest);
            next = reader.next();
        }
        reader.drain();
        return contents.toIndex(diffId, reader.position());
    }

    private static void take(TarEntry header, TarReader reader, LayerContents contents, ContentDigest digest)
            throws IOException, MalformedTar {
        ImagePath path = EntryPaths.of(header.name(), "entry");
        switch (Whiteout.of(path.name())) {
            case Whiteout.Opaque() -> contents.hideBelow(path.parent());
            case Whiteout.Of(String name) -> contents.delete(EntryPaths.whiteoutOf(path.parent(), name));
            case Whiteout.Note() -> {
                return;
            }
            case Whiteout.None() -> {
                Optional<Digest> content =
                        header.kind() == TarKind.FILE ? Optional.of(digest.of(reader.content())) : Optional.empty();
                contents.put(path, header, content);
            }
        }
    }
}
