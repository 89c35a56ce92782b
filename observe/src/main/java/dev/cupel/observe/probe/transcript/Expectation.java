package dev.cupel.observe.probe.transcript;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the user said an answer must be (see `docs/probe-file.md`). Where the user said nothing, nothing is demanded here:
/// the answers of two images are compared all the same.
///
/// @param status HTTP status
/// @param exitCode of a command
/// @param contains texts that the body, reply or output must hold
/// @param absent texts that it must not hold
/// @param headers that must be there, with a value that holds this text
public record Expectation(
        OptionalInt status, OptionalInt exitCode, List<String> contains, List<String> absent, List<Header> headers) {
    /// Nothing is demanded.
    public static final Expectation ANYTHING =
            new Expectation(OptionalInt.empty(), OptionalInt.empty(), List.of(), List.of(), List.of());

    public Expectation {
        contains = List.copyOf(contains);
        absent = List.copyOf(absent);
        headers = List.copyOf(headers);
    }

    /// What is not as demanded, one sentence each; empty if all is.
    public List<String> unmetBy(Answer answer) {
        return switch (answer) {
            case Answer.Http http -> new Demands(this).of(http);
            case Answer.Ended ended -> new Demands(this).of(ended);
            case Answer.Talk(var replies) -> new Demands(this).text(String.join("\n", replies));
            case Answer.State(_) -> List.of();
            case Answer.Silent(var reason) -> equals(ANYTHING) ? List.of() : List.of("no answer: " + reason);
        };
    }

    Optional<String> statusUnmet(int actual) {
        return status.isPresent() && status.getAsInt() != actual
                ? Optional.of("status " + actual + " instead of " + status.getAsInt())
                : Optional.empty();
    }

    Optional<String> exitCodeUnmet(int actual) {
        return exitCode.isPresent() && exitCode.getAsInt() != actual
                ? Optional.of("exit code " + actual + " instead of " + exitCode.getAsInt())
                : Optional.empty();
    }
}
