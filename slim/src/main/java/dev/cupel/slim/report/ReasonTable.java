package dev.cupel.slim.report;

import dev.cupel.slim.keep.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Numbers the sentences of reasons, so that a report tells each once.
final class ReasonTable {
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    int positionOf(Reason reason) {
        return positions.computeIfAbsent(reason.sentence(), _ -> positions.size());
    }

    List<String> sentences() {
        return List.copyOf(positions.keySet());
    }
}
