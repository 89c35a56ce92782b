package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import java.io.IOException;

/// The engine understood and said no. Its own words are part of the message.
public final class EngineRefusal extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String words;

    EngineRefusal(String action, int status, String words) {
        super("Cannot " + action + ": the engine answered " + status + (words.isEmpty() ? "" : ", " + Quoted.of(words)) + ".");
        this.status = status;
        this.words = words;
    }

    /// Its own words, uncut.
    public String words() {
        return words;
    }

    /// Whether the image, container or network that was named does not exist.
    public boolean isMissing() {
        return status == 404;
    }

    /// Whether something of this name exists already, or is in a state that does not allow it.
    public boolean isConflict() {
        return status == 409;
    }
}
