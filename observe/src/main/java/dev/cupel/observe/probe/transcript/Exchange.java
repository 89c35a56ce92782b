package dev.cupel.observe.probe.transcript;

import java.time.Duration;
import java.util.List;

/// A question and its answer.
///
/// @param unmet what the user demanded and did not get
/// @param newFiles files of the image that nobody had touched before; sensors lag by milliseconds, so a file may be counted
///     for the exchange after its own
public record Exchange(Step step, Answer answer, List<String> unmet, long newFiles, Duration took) {
    public Exchange {
        unmet = List.copyOf(unmet);
    }

    public String id() {
        return step.id();
    }

    public Ask ask() {
        return step.ask();
    }
}
