package dev.cupel.cli.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.cupel.vulnerability.watch.WatchReport;
import java.util.List;

/// What changed of the images that are watched.
public record WatchNews(@JsonValue WatchReport report) implements Answer {
    @Override
    public List<String> lines() {
        return report.lines();
    }
}
