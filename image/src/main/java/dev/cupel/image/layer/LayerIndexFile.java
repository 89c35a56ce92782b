package dev.cupel.image.layer;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import java.nio.ByteBuffer;
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
import java.util.zip.CRC32C;

/// The compact binary form of a [LayerIndex] that the content store keeps: about 90 bytes an entry.
public final class LayerIndexFile {
    private static final byte[] MAGIC = "cupel-index-1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SHA256_BYTES = 32;
    private static final int CHECKSUM_BYTES = 4;
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
        IndexOutput out = new IndexOutput();
        out.raw(MAGIC);
        out.blob(index.diffId().toString().getBytes(StandardCharsets.US_ASCII));
        out.number(index.tarBytes());
        out.number(index.entries().size());
        index.entries().forEach(entry -> writeEntry(entry, out));
        for (SortedSet<ImagePath> paths : List.of(index.whiteouts(), index.opaques(), index.sparse())) {
            out.number(paths.size());
            paths.forEach(path -> out.path(path.text()));
        }
        CRC32C checksum = new CRC32C();
        checksum.update(out.bytes());
        out.raw(ByteBuffer.allocate(CHECKSUM_BYTES).putInt((int) checksum.getValue()).array());
        return out.bytes();
    }

    /// Reads what [#write] wrote.
    public static LayerIndex read(byte[] bytes) throws MalformedIndex {
        return readUnchecked(checked(bytes));
    }

    /// The same without the checksum at the end, which would keep a fuzzer out.
    static LayerIndex readUnchecked(byte[] bytes) throws MalformedIndex {
        try {
            IndexInput in = new IndexInput(bytes);
            if (!Arrays.equals(in.raw(MAGIC.length), MAGIC)) {
                throw new MalformedIndex("it is of another version");
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
                throw new MalformedIndex("something follows its end");
            }
            return index;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedIndex("it holds a value that cannot be: " + e.getMessage(), e);
        }
    }

    /// A disk that lost power may hold anything under the right name.
    private static byte[] checked(byte[] bytes) throws MalformedIndex {
        int length = bytes.length - CHECKSUM_BYTES;
        CRC32C checksum = new CRC32C();
        if (length > 0) {
            checksum.update(bytes, 0, length);
        }
        if (length <= 0 || ByteBuffer.wrap(bytes, length, CHECKSUM_BYTES).getInt() != (int) checksum.getValue()) {
            throw new MalformedIndex("its checksum does not fit");
        }
        return Arrays.copyOf(bytes, length);
    }

    private static void writeEntry(Entry entry, IndexOutput out) {
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

    private static void writeTime(Instant time, IndexOutput out) {
        out.signed(time.getEpochSecond());
        out.number(time.getNano());
    }

    private static Entry readEntry(IndexInput in) throws MalformedIndex {
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

    private static EntryType type(long ordinal) throws MalformedIndex {
        if (ordinal < 0 || ordinal >= TYPES.size()) {
            throw new MalformedIndex("an entry is of no known type");
        }
        return TYPES.get((int) ordinal);
    }

    private static Span span(IndexInput in) throws MalformedIndex {
        long header = in.number();
        long data = header + in.number();
        return new Span(header, data, data + in.number());
    }

    private static SortedMap<String, String> xattrs(IndexInput in) throws MalformedIndex {
        int count = in.count();
        SortedMap<String, String> xattrs = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            xattrs.put(in.latin1(), in.latin1());
        }
        return xattrs;
    }

    private static SortedSet<ImagePath> paths(IndexInput in) throws MalformedIndex {
        int count = in.count();
        SortedSet<ImagePath> paths = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            paths.add(new ImagePath(in.path()));
        }
        return paths;
    }
}
