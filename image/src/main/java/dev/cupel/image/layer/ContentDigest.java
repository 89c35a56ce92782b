package dev.cupel.image.layer;

import dev.cupel.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// Digests one file after the other, always in the same buffer.
final class ContentDigest {
    private static final int MOST_AT_ONCE = 1 << 16;
    private final MessageDigest sha256 = Digest.sha256();
    private final byte[] buffer;

    ContentDigest() {
        this(MOST_AT_ONCE);
    }

    /// For contents of this length: most are short, and memory must be cleared before it is used.
    ContentDigest(long sizeBytes) {
        this.buffer = new byte[Math.clamp(sizeBytes, 1, MOST_AT_ONCE)];
    }

    Digest of(InputStream content) throws IOException {
        int got = content.read(buffer, 0, buffer.length);
        while (got >= 0) {
            sha256.update(buffer, 0, got);
            got = content.read(buffer, 0, buffer.length);
        }
        return Digest.finish(sha256.digest());
    }
}
