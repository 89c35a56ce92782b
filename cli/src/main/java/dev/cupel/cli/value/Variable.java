package dev.cupel.cli.value;

import dev.cupel.image.Quoted;
import java.util.Map;

/// A variable for the container: `NAME=VALUE`, or `NAME` alone to take its value from here.
public record Variable(String text) {
    public Variable {
        if (text.isEmpty() || text.startsWith("=")) {
            throw new IllegalArgumentException(Quoted.of(text) + " is not a variable; write NAME=VALUE, or NAME to take it from here");
        }
    }

    /// The line `NAME=VALUE`; a name that is not set here stays alone, which takes it away from the image, as `docker run` does.
    public String in(Map<String, String> here) {
        return here.containsKey(text) ? text + "=" + here.get(text) : text;
    }
}
