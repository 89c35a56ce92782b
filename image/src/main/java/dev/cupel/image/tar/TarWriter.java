package dev.cupel.image.tar;

import dev.cupel.image.NameBytes;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes an archive in the POSIX form: plain ustar headers, and a pax header before those that do not fit into one. The same
/// calls give the same bytes.
public final class TarWriter implements Closeable {
    private static final int NAME_BYTES = 100;
    private static final long LARGEST_ID = 07777777;
    private static final long LARGEST_NUMBER = 077777777777L;

    private final OutputStream out;

    public TarWriter(OutputStream out) {
        this.out = out;
    }

    /// Writes an entry; `content` gives exactly the bytes that the header promises.
    public void add(TarHeader header, InputStream content) throws IOException {
        SortedMap<String, String> records = records(header);
        if (!records.isEmpty()) {
            byte[] extension = PaxRecordsText.of(records);
            out.write(extensionHeader(header.name(), extension.length).bytes());
            out.write(extension);
            pad(extension.length);
        }
        out.write(block(header).bytes());
        long copied = content.transferTo(out);
        if (copied != header.sizeBytes()) {
            throw new IOException("%s has %d bytes, not %d".formatted(header.name(), copied, header.sizeBytes()));
        }
        pad(copied);
    }

    /// Writes an entry without content.
    public void add(TarHeader header) throws IOException {
        add(header, InputStream.nullInputStream());
    }

    /// Copies whole headers and padded content of another archive.
    public void copy(InputStream entries) throws IOException {
        entries.transferTo(out);
    }

    /// Writes the end; the stream below stays open.
    public void finish() throws IOException {
        out.write(new byte[2 * UstarBlock.BYTES]);
    }

    /// Writes the end and closes the stream below.
    @Override
    public void close() throws IOException {
        finish();
        out.close();
    }

    private void pad(long written) throws IOException {
        out.write(new byte[(int) ((UstarBlock.BYTES - written % UstarBlock.BYTES) % UstarBlock.BYTES)]);
    }

    /// What does not fit into the header, sorted.
    private static SortedMap<String, String> records(TarHeader header) {
        SortedMap<String, String> records = new TreeMap<>();
        putUnless(fitsText(header.name()), "path", latin1(header.name()), records);
        putUnless(fitsText(header.link()), "linkpath", latin1(header.link()), records);
        putUnless(header.uid() <= LARGEST_ID, "uid", Long.toString(header.uid()), records);
        putUnless(header.gid() <= LARGEST_ID, "gid", Long.toString(header.gid()), records);
        putUnless(header.sizeBytes() <= LARGEST_NUMBER, "size", Long.toString(header.sizeBytes()), records);
        putUnless(fitsTime(header.modified()), "mtime", PaxTime.write(header.modified()), records);
        for (Map.Entry<String, String> xattr : header.xattrs().entrySet()) {
            records.put("SCHILY.xattr." + xattr.getKey(), xattr.getValue());
        }
        return records;
    }

    private static void putUnless(boolean fits, String key, String value, SortedMap<String, String> records) {
        if (!fits) {
            records.put(key, value);
        }
    }

    /// Bytes that are not ASCII mean something only in a pax header.
    private static boolean fitsText(String text) {
        return text.length() <= NAME_BYTES && text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean fitsTime(Instant time) {
        long seconds = time.getEpochSecond();
        return time.getNano() == 0 && seconds >= 0 && seconds <= LARGEST_NUMBER;
    }

    private static String latin1(String name) {
        return new String(NameBytes.of(name), StandardCharsets.ISO_8859_1);
    }

    private static UstarBlock extensionHeader(String name, int length) {
        TarHeader header = TarHeader.file("PaxHeaders/" + name, length);
        return new UstarBlockBuilder(header).build('x');
    }

    private static UstarBlock block(TarHeader header) {
        return new UstarBlockBuilder(header).build(header.kind().flag());
    }
}
