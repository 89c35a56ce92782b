package dev.cupel.image.store;

import dev.cupel.image.Digest;
import java.util.HexFormat;

/// What a blob must turn out to be.
record BlobCheck(Digest expected, long sizeBytes) {
    void judge(long size, byte[] computed) throws WrongBlob {
        if (size != sizeBytes) {
            throw new WrongBlob("blob %s should have %d bytes and has %s"
                    .formatted(expected, sizeBytes, size > sizeBytes ? "more" : Long.toString(size)));
        }
        String hex = HexFormat.of().formatHex(computed);
        if (!hex.equals(expected.hex())) {
            throw new WrongBlob("blob %s has other content, of the digest %s:%s".formatted(expected, expected.algorithm(), hex));
        }
    }
}
