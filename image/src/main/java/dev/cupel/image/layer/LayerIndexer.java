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
        ContentDigest digest = new ContentDigest();
        return read(new TarReader(tar, limits), diffId, content -> Optional.of(digest.of(content)));
    }

    /// The same without the digests of the contents: these are skipped, which in a file costs nothing.
    public LayerIndex outline(InputStream tar, Digest diffId) throws IOException, MalformedTar {
        return read(TarReader.ofHeaders(tar, limits), diffId, _ -> Optional.empty());
    }

    private interface Digesting {
        Optional<Digest> of(InputStream content) throws IOException;
    }

    private static LayerIndex read(TarReader reader, Digest diffId, Digesting digesting) throws IOException, MalformedTar {
        LayerContents contents = new LayerContents();
        Optional<TarEntry> next = reader.next();
        while (next.isPresent()) {
            take(next.get(), reader, contents, digesting);
            next = reader.next();
        }
        reader.drain();
        return contents.toIndex(diffId, reader.position());
    }

    private static void take(TarEntry header, TarReader reader, LayerContents contents, Digesting digesting)
            throws IOException, MalformedTar {
        ImagePath path = EntryPaths.of(header.name(), "entry");
        switch (Whiteout.of(path.name())) {
            case Whiteout.Opaque() -> contents.hideBelow(path.parent());
            case Whiteout.Of(String name) -> contents.delete(EntryPaths.whiteoutOf(path.parent(), name));
            case Whiteout.Note() -> {
                return;
            }
            case Whiteout.None() ->
                contents.put(path, header, header.kind() == TarKind.FILE ? digesting.of(reader.content()) : Optional.empty());
        }
    }
}
