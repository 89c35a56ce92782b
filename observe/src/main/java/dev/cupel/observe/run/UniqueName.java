package dev.cupel.observe.run;

import java.util.UUID;

/// Names for what a run makes, which nobody else has and whose maker one can tell.
final class UniqueName {
    private UniqueName() {}

    static String next() {
        return "cupel-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
