package dev.cupel.image.compression;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads gzip members to the end, all of them: eStargz and parallel compressors write thousands. The JDK's own stream takes
/// anything odd behind a member for the end; a layer read so would be short without an error.
final class GzipMembers extends InputStream {
    private final GzipInput source;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private boolean inMember;

    GzipMembers(InputStream source) {
        this.source = new GzipInput(source);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = 0;
        while (got == 0 && length > 0) {
            if (!inMember && !beginMember()) {
                return -1;
            }
            got = inflate(into, offset, length);
        }
        return got;
    }

    private boolean beginMember() throws IOException {
        if (!source.skipMemberHeader()) {
            return false;
        }
        inflater.reset();
        crc.reset();
        source.giveTo(inflater);
        inMember = true;
        return true;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            int got = inflater.inflate(into, offset, length);
            crc.update(into, offset, got);
            if (inflater.finished()) {
                endMember();
            } else if (got == 0 && inflater.needsDictionary()) {
                throw new DamagedStream("its gzip stream asks for a dictionary");
            } else if (got == 0) {
                source.fill();
                source.giveTo(inflater);
            }
            return got;
        } catch (DataFormatException e) {
            throw new DamagedStream("its gzip stream is damaged: " + e.getMessage(), e);
        }
    }

    private void endMember() throws IOException {
        source.takeBack(inflater.getRemaining());
        if (source.littleEndian() != crc.getValue() || source.littleEndian() != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new DamagedStream("a member of its gzip stream does not match its checksum");
        }
        inMember = false;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        source.close();
    }
}
