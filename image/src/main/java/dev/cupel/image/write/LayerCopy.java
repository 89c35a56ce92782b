package dev.cupel.image.write;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.EntryType;
import dev.cupel.image.store.LayerTar;
import dev.cupel.image.store.StoredLayer;
import dev.cupel.image.tar.MalformedTar;
import dev.cupel.image.tar.TarEntry;
import dev.cupel.image.tar.TarKind;
import dev.cupel.image.tar.TarLimits;
import dev.cupel.image.tar.TarReader;
import dev.cupel.image.tar.TarWriter;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Copies entries out of a layer, one by one in its order. A header is copied as it stands unless it would lie: when the name
/// that held the content of several hard links is gone, the first that stays holds it from now on and the others link to it.
final class LayerCopy implements Closeable {
    private final LayerTar tar;
    private final Replacements replacements;
    private final Map<ImagePath, Entry> entries = new HashMap<>();
    /// For each file the name under which it was written first.
    private final Map<ImagePath, ImagePath> written = new HashMap<>();

    LayerCopy(StoredLayer source, Replacements replacements) throws IOException {
        this.tar = new LayerTar(source);
        this.replacements = replacements;
        source.index().entries().forEach(entry -> entries.put(entry.path(), entry));
    }

    void write(Entry entry, TarWriter out) throws IOException {
        Optional<byte[]> replacement = replacements.of(entry.path());
        if (replacement.isPresent()) {
            byte[] content = replacement.get();
            out.add(HeaderOf.file(holderOf(entry).at(entry.path()), content.length), new ByteArrayInputStream(content));
            return;
        }
        Entry holder = holderOf(entry);
        ImagePath first = written.putIfAbsent(holder.path(), entry.path());
        if (first != null) {
            writeLink(entry, first, out);
        } else if (holder.path().equals(entry.path()) || !entries.containsKey(holder.path())) {
            writeItself(entry, out);
        } else {
            writeContent(holder.at(entry.path()), out);
        }
    }

    /// The entry of this layer that holds the content: another one for a hard link.
    private Entry holderOf(Entry entry) {
        if (entry.type() != EntryType.HARDLINK) {
            return entry;
        }
        ImagePath named = new ImagePath(entry.link());
        Entry holder = entries.get(named);
        return holder == null ? entry.at(named) : holder;
    }

    private void writeLink(Entry entry, ImagePath first, TarWriter out) throws IOException {
        TarEntry header = header(entry);
        boolean says = header.kind() == TarKind.HARDLINK
                && ImagePath.of(header.name()).equals(entry.path())
                && ImagePath.of(header.link()).equals(first);
        if (says) {
            copy(entry, out);
        } else {
            out.add(HeaderOf.linkTo(first, entry));
        }
    }

    private void writeItself(Entry entry, TarWriter out) throws IOException {
        TarEntry header = header(entry);
        boolean says = ImagePath.of(header.name()).equals(entry.path())
                && (header.kind() == TarKind.HARDLINK) == (entry.type() == EntryType.HARDLINK);
        if (says) {
            copy(entry, out);
        } else {
            writeContent(entry, out);
        }
    }

    private void writeContent(Entry entry, TarWriter out) throws IOException {
        if (!entry.isFile()) {
            out.add(HeaderOf.entry(entry));
            return;
        }
        try (InputStream content = tar.content(entry)) {
            out.add(HeaderOf.entry(entry), content);
        }
    }

    private void copy(Entry entry, TarWriter out) throws IOException {
        try (InputStream bytes = tar.range(entry.span().header(), entry.span().end())) {
            out.copy(bytes);
        }
    }

    private TarEntry header(Entry entry) throws IOException {
        try (InputStream bytes = tar.range(entry.span().header(), entry.span().data())) {
            return TarReader.read(bytes.readAllBytes(), TarLimits.standard());
        } catch (MalformedTar e) {
            throw new IOException("the header of " + entry.path() + " changed in its layer's tar", e);
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
