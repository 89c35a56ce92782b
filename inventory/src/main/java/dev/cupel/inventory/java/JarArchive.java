package dev.cupel.inventory.java;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The directory of a zip archive, also one behind other bytes, such as a jar that is a shell script at its beginning. Nested
/// archives are entries: read one with [#content] and open it anew. Of zip64 archives only those are read that do not need it.
public final class JarArchive {
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int END = 0x06054b50;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_ENTRY_BYTES = 46;
    private static final int LOCAL_HEADER_BYTES = 30;

    private final ByteBuffer file;
    private final JarLimits limits;
    private final List<JarEntry> entries = new ArrayList<>();

    private JarArchive(ByteBuffer file, JarLimits limits) throws MalformedJar {
        this.file = file.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
        readDirectory();
    }

    public static JarArchive open(ByteBuffer file) throws MalformedJar {
        return open(file, JarLimits.USUAL);
    }

    public static JarArchive open(ByteBuffer file, JarLimits limits) throws MalformedJar {
        return new JarArchive(file, limits);
    }

    public List<JarEntry> entries() {
        return List.copyOf(entries);
    }

    public Optional<JarEntry> entry(String name) {
        return entries.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /// The unpacked content of an entry.
    public byte[] content(JarEntry entry) throws MalformedJar {
        if (entry.bytes() > limits.entryBytes() || entry.packedBytes() > file.limit()) {
            throw new MalformedJar("an entry has %d bytes, more than %d".formatted(entry.bytes(), limits.entryBytes()));
        }
        ByteBuffer header = part(entry.header(), LOCAL_HEADER_BYTES);
        long data = entry.header() + LOCAL_HEADER_BYTES + (header.getShort(26) & 0xffff) + (header.getShort(28) & 0xffff);
        byte[] packed = new byte[(int) entry.packedBytes()];
        part(data, entry.packedBytes()).get(packed);
        return entry.method() == 0 ? packed : inflated(packed, (int) entry.bytes());
    }

    private static byte[] inflated(byte[] packed, int bytes) throws MalformedJar {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed);
            byte[] out = new byte[bytes];
            int done = 0;
            while (done < bytes && !inflater.finished()) {
                int more = inflater.inflate(out, done, bytes - done);
                if (more == 0) {
                    throw new MalformedJar("an entry ends after %d of %d bytes".formatted(done, bytes));
                }
                done += more;
            }
            return out;
        } catch (DataFormatException e) {
            throw new MalformedJar("an entry is no deflated data", e);
        }
    }

    private void readDirectory() throws MalformedJar {
        int end = endRecord();
        int count = file.getShort(end + 10) & 0xffff;
        long bytes = file.getInt(end + 12) & 0xffffffffL;
        long offset = file.getInt(end + 16) & 0xffffffffL;
        // What stands before the archive shifts all its offsets; the directory ends where the end record begins.
        long shift = end - bytes - offset;
        if (count > limits.entries() || shift < 0) {
            throw new MalformedJar("the directory does not fit in the file");
        }
        long at = offset + shift;
        for (int i = 0; i < count; i++) {
            ByteBuffer entry = part(at, DIRECTORY_ENTRY_BYTES);
            if (entry.getInt(0) != DIRECTORY_ENTRY) {
                throw new MalformedJar("entry %d of the directory has no signature".formatted(i));
            }
            int nameBytes = entry.getShort(28) & 0xffff;
            byte[] name = new byte[nameBytes];
            part(at + DIRECTORY_ENTRY_BYTES, nameBytes).get(name);
            entries.add(new JarEntry(
                    new String(name, StandardCharsets.UTF_8),
                    entry.getShort(10) & 0xffff,
                    entry.getInt(20) & 0xffffffffL,
                    entry.getInt(24) & 0xffffffffL,
                    (entry.getInt(42) & 0xffffffffL) + shift));
            at += DIRECTORY_ENTRY_BYTES + nameBytes + (entry.getShort(30) & 0xffff) + (entry.getShort(32) & 0xffff);
        }
    }

    private int endRecord() throws MalformedJar {
        int lowest = Math.max(0, file.limit() - END_BYTES - LONGEST_COMMENT);
        for (int at = file.limit() - END_BYTES; at >= lowest; at--) {
            if (file.getInt(at) == END) {
                return at;
            }
        }
        throw new MalformedJar("the file does not end as an archive does");
    }

    /// The only door to the file: bounds first, then bytes.
    private ByteBuffer part(long at, long size) throws MalformedJar {
        if (at < 0 || size < 0 || at > file.limit() - size) {
            throw new MalformedJar("%d bytes at offset %d do not fit in an archive of %d bytes".formatted(size, at, file.limit()));
        }
        return file.slice((int) at, (int) size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
