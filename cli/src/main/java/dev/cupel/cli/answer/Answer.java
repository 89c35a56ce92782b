package dev.cupel.cli.answer;

import java.util.List;

/// What a command found out. Its record components are the JSON; sizes are bytes, times ISO 8601.
public interface Answer {
    /// The same for people, and for scripts that cut lines.
    List<String> lines();
}
