package dev.cupel.inventory.keystore;

import java.nio.ByteBuffer;

/// Walks through a PKCS #12 file (X.690, DER) for what would make opening it take long: rounds of a password derivation, each an
/// integer right behind its salt (RFC 7292 4 and appendix C, RFC 8018 A.2).
final class DerWalk {
    private static final int INTEGER = 2;
    private static final int OCTETS = 4;
    private static final int SEQUENCE = 0x30;
    private static final long INDEFINITE = -1;
    private static final int CONSTRUCTED = 0x20;
    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 200_000;
    private long rounds;
    private int elements;

    private DerWalk() {}

    /// All rounds together that opening the file once takes.
    static long rounds(ByteBuffer file) throws MalformedKeyStore {
        DerWalk walk = new DerWalk();
        walk.all(file.slice(), 0);
        return walk.rounds;
    }

    private void all(ByteBuffer bytes, int depth) throws MalformedKeyStore {
        int before = 0;
        while (bytes.hasRemaining()) {
            if (++elements > MOST_ELEMENTS || depth > DEEPEST) {
                throw new MalformedKeyStore("it has too many parts, or nests them too deep");
            }
            int tag = bytes.get() & 0xff;
            ByteBuffer content = content(bytes);
            if ((tag & CONSTRUCTED) != 0) {
                all(content, depth + 1);
            } else if (tag == OCTETS) {
                inside(content, depth + 1);
            } else if (tag == INTEGER && before == OCTETS) {
                rounds = Math.min(Long.MAX_VALUE / 2, rounds + number(content));
            }
            before = tag;
        }
    }

    /// What is wrapped as plain bytes may be more of the same. What does not begin so, or is longer than its wrapping, is a salt or
    /// encrypted, and has no rounds in it; all else must be readable to the end, lest rounds hide behind what is not.
    private void inside(ByteBuffer content, int depth) throws MalformedKeyStore {
        if (content.remaining() > 2 && content.get(0) == SEQUENCE) {
            long length = length(content.duplicate().position(1));
            if (length == INDEFINITE || length <= content.remaining()) {
                all(content.slice(), depth);
            }
        }
    }

    private static ByteBuffer content(ByteBuffer bytes) throws MalformedKeyStore {
        long length = length(bytes);
        if (length == INDEFINITE) {
            throw new MalformedKeyStore("a part without a length");
        }
        if (length > bytes.remaining()) {
            throw new MalformedKeyStore("a part that is longer than the whole");
        }
        ByteBuffer content = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return content;
    }

    private static long length(ByteBuffer bytes) {
        int first = bytes.hasRemaining() ? bytes.get() & 0xff : 0xff;
        if (first < 0x80) {
            return first;
        }
        long length = 0;
        for (int i = 0; i < first - 0x80; i++) {
            if (i >= 7 || !bytes.hasRemaining()) {
                return Long.MAX_VALUE;
            }
            length = (length << 8) | (bytes.get() & 0xff);
        }
        return first == 0x80 ? INDEFINITE : length;
    }

    private static long number(ByteBuffer content) {
        long value = 0;
        for (int i = 0; i < content.limit(); i++) {
            value = value > Long.MAX_VALUE >> 10 ? Long.MAX_VALUE / 4 : (value << 8) | (content.get(i) & 0xff);
        }
        return value;
    }
}
