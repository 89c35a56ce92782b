package dev.cupel.image.registry;

import dev.cupel.image.Digest;
import java.util.Arrays;
import java.util.HexFormat;

/// Bytes as a value: compared by content, copied on the way in and out.
public final class Bytes {
    private final byte[] content;

    Bytes(byte[] content) {
        this.content = content.clone();
    }

    public byte[] toArray() {
        return content.clone();
    }

    /// Their digest in the algorithm of `like`.
    Digest digestLike(Digest like) {
        return new Digest(like.algorithm(), HexFormat.of().formatHex(like.computation().digest(content)));
    }

    public int size() {
        return content.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
