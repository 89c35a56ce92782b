package dev.cupel.image.compression;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/// How a blob is compressed. Its first bytes tell, not its media type, which tools get wrong.
public enum Compression {
    NONE,
    GZIP,
    ZSTD;

    private static final int MAGIC_BYTES = 6;

    /// What the first bytes of a blob say; [#NONE] if they are none of ours. bzip2 and xz are a [DamagedStream]: no engine
    /// unpacks a layer made so.
    public static Compression of(byte[] head) throws DamagedStream {
        if (starts(head, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (starts(head, 0x28, 0xb5, 0x2f, 0xfd) || isSkippableFrame(head)) {
            return ZSTD;
        }
        if (starts(head, 'B', 'Z', 'h') || starts(head, 0xfd, '7', 'z', 'X', 'Z')) {
            throw new DamagedStream("the layer is compressed with bzip2 or xz; only plain, gzip and zstd layers can be read");
        }
        return NONE;
    }

    /// Opens a blob of any of these kinds; the stream gives what was compressed. It ends in a [DamagedStream] where the bytes
    /// are damaged or grow beyond `limit`.
    public static InputStream expand(InputStream blob, ExpansionLimit limit) throws IOException {
        CountedStream counted = new CountedStream(blob);
        BufferedInputStream peeked = new BufferedInputStream(counted, 1 << 16);
        return switch (peek(peeked)) {
            case NONE -> peeked;
            case GZIP -> new ExpandedStream(new GzipMembers(peeked), counted, limit);
            case ZSTD -> new ExpandedStream(new ZstdFrames(peeked), counted, limit);
        };
    }

    /// What the next bytes of `in` say; none of them is used up.
    public static Compression peek(BufferedInputStream in) throws IOException {
        in.mark(MAGIC_BYTES);
        byte[] head = in.readNBytes(MAGIC_BYTES);
        in.reset();
        return of(head);
    }

    private static boolean isSkippableFrame(byte[] head) {
        return head.length >= 4 && (head[0] & 0xf0) == 0x50 && (head[1] & 0xff) == 0x2a && head[2] == 0x4d && head[3] == 0x18;
    }

    private static boolean starts(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
