package dev.cupel.observe.probe.protocol;

import java.util.ArrayList;
import java.util.List;

/// The replies so far, each bounded.
final class Replies {
    private static final int LONGEST = 64 << 10;
    private final List<String> all = new ArrayList<>();

    void add(String reply) {
        all.add(reply.length() > LONGEST ? reply.substring(0, LONGEST) + "…" : reply);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
