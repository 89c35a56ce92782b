package dev.cupel.inspect.history;

import java.util.List;
import java.util.Optional;

/// One instruction of the reversed Dockerfile.
///
/// @param text Dockerfile syntax, of several lines for a heredoc
/// @param arguments build arguments that were set when it ran, as `NAME=value`
/// @param created as the history has it; empty where it has none
/// @param layer the layer that it made, counted from the lowest, which is 0; empty if it made none
public record Step(String text, List<String> arguments, Certainty certainty, String created, Optional<Integer> layer) {
    public Step {
        arguments = List.copyOf(arguments);
    }

    /// The first word: `RUN`, `COPY`; `#` for what is no instruction.
    public String keyword() {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }
}
