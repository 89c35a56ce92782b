package dev.cupel.image.layer;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.compact.CompactInput;
import dev.cupel.image.compact.CompactOutput;
import dev.cupel.image.compact.DamagedRecord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The compact binary form of a [LayerIndex] that the content store keeps: about 90 bytes an entry.
public final class LayerIndexFile {
    private static final byte[] MAGIC = "cupel-index-1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SHA256_BYTES = 32;
    /// An entry's type is stored as its place in this list, which only ever grows at its end.
    private static final List<EntryType> TYPES = List.of(
            EntryType.FILE,
            EntryType.DIRECTORY,
            EntryType.SYMLINK,
            EntryType.HARDLINK,
            EntryType.CHARACTER_DEVICE,
            EntryType.BLOCK_DEVICE,
            EntryType.FIFO);

    private LayerIndexFile() {}

    public static byte[] write(LayerIndex index) {
        CompactOutput out = new CompactOutput();
        out.raw(MAGIC);
        out.blob(index.diffId().toString().getBytes(StandardCharsets.US_ASCII));
        out.number(index.tarBytes());
        out.number(index.entries().size());
        index.entries().forEach(entry -> writeEntry(entry, out));
        for (SortedSet<ImagePath> paths : List.of(index.whiteouts(), index.opaques(), index.sparse())) {
            out.number(paths.size());
            paths.forEach(path -> out.path(path.text()));
        }
        return out.sealed();
    }

    /// Reads what [#write] wrote.
    public static LayerIndex read(byte[] bytes) throws DamagedRecord {
        return read(CompactInput.opened(bytes));
    }

    /// The same without the checksum at the end, which would keep a fuzzer out.
    static LayerIndex readUnchecked(byte[] bytes) throws DamagedRecord {
        return read(new CompactInput(bytes));
    }

    private static LayerIndex read(CompactInput in) throws DamagedRecord {
        try {
            if (!Arrays.equals(in.raw(MAGIC.length), MAGIC)) {
                throw new DamagedRecord("it is of another version");
            }
            Digest diffId = Digest.parse(in.latin1());
            long tarBytes = in.number();
            int count = in.count();
            List<Entry> entries = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                entries.add(readEntry(in));
            }
            LayerIndex index = new LayerIndex(diffId, tarBytes, entries, paths(in), paths(in), paths(in));
            if (!in.atEnd()) {
                throw new DamagedRecord("something follows its end");
            }
            return index;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DamagedRecord("it holds a value that cannot be: " + e.getMessage(), e);
        }
    }

    private static void writeEntry(Entry entry, CompactOutput out) {
        out.path(entry.path().text());
        out.number(TYPES.indexOf(entry.type()));
        out.number(entry.mode());
        out.number(entry.uid());
        out.number(entry.gid());
        writeTime(entry.modified(), out);
        out.number(entry.span().header());
        out.number(entry.span().data() - entry.span().header());
        out.number(entry.span().end() - entry.span().data());
        out.number(entry.xattrs().size());
        for (Map.Entry<String, String> xattr : entry.xattrs().entrySet()) {
            out.blob(xattr.getKey().getBytes(StandardCharsets.ISO_8859_1));
            out.blob(xattr.getValue().getBytes(StandardCharsets.ISO_8859_1));
        }
        switch (entry.type()) {
            case FILE -> {
                out.number(entry.sizeBytes());
                out.raw(HexFormat.of().parseHex(entry.content().orElseThrow().hex()));
            }
            case SYMLINK, HARDLINK -> out.blob(NameBytes.of(entry.link()));
            case CHARACTER_DEVICE, BLOCK_DEVICE -> out.number(entry.device());
            case DIRECTORY, FIFO -> out.number(0);
        }
    }

    private static void writeTime(Instant time, CompactOutput out) {
        out.signed(time.getEpochSecond());
        out.number(time.getNano());
    }

    private static Entry readEntry(CompactInput in) throws DamagedRecord {
        ImagePath path = new ImagePath(in.path());
        EntryType type = type(in.number());
        int mode = (int) in.number();
        long uid = in.number();
        long gid = in.number();
        Instant modified = Instant.ofEpochSecond(in.signed(), in.number());
        Span span = span(in);
        SortedMap<String, String> xattrs = xattrs(in);
        return switch (type) {
            case FILE -> {
                long size = in.number();
                Optional<Digest> content = Optional.of(Digest.finish(in.raw(SHA256_BYTES)));
                yield new Entry(path, type, mode, uid, gid, size, modified, "", 0, xattrs, content, span);
            }
            case SYMLINK, HARDLINK -> {
                String link = NameBytes.text(in.blob());
                yield new Entry(path, type, mode, uid, gid, 0, modified, link, 0, xattrs, Optional.empty(), span);
            }
            default -> new Entry(path, type, mode, uid, gid, 0, modified, "", in.number(), xattrs, Optional.empty(), span);
        };
    }

    private static EntryType type(long ordinal) throws DamagedRecord {
        if (ordinal < 0 || ordinal >= TYPES.size()) {
            throw new DamagedRecord("an entry is of no known type");
        }
        return TYPES.get((int) ordinal);
    }

    private static Span span(CompactInput in) throws DamagedRecord {
        long header = in.number();
        long data = header + in.number();
        return new Span(header, data, data + in.number());
    }

    private static SortedMap<String, String> xattrs(CompactInput in) throws DamagedRecord {
        int count = in.count();
        SortedMap<String, String> xattrs = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            xattrs.put(in.latin1(), in.latin1());
        }
        return xattrs;
    }

    private static SortedSet<ImagePath> paths(CompactInput in) throws DamagedRecord {
        int count = in.count();
        SortedSet<ImagePath> paths = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            paths.add(new ImagePath(in.path()));
        }
        return paths;
    }
}
