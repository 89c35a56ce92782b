package dev.cupel.inventory.packages.rpm;

import java.util.ArrayList;
import java.util.List;

/// What was read so far, within limits: many entries of a hostile file may point at the same large value.
final class Blobs {
    private static final int MOST = 100_000;
    private static final long MOST_BYTES = 512L << 20;
    private final List<byte[]> all = new ArrayList<>();
    private long bytes;

    void add(byte[] blob) throws MalformedRpm {
        bytes += blob.length;
        all.add(blob);
        if (all.size() > MOST || bytes > MOST_BYTES) {
            throw new MalformedRpm("more than %d packages, or more than %d bytes of them".formatted(MOST, MOST_BYTES));
        }
    }

    List<byte[]> all() {
        return List.copyOf(all);
    }
}
