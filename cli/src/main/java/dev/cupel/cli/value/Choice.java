package dev.cupel.cli.value;

import dev.cupel.image.Quoted;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One of a few words, each a constant of an enum.
public final class Choice {
    private Choice() {}

    /// The words, as they are written.
    public static <E extends Enum<E>> List<String> words(Class<E> kind) {
        return Arrays.stream(kind.getEnumConstants()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    }

    /// Reads one of them.
    public static <E extends Enum<E>> E parse(Class<E> kind, String text) {
        int at = words(kind).indexOf(text.toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw new IllegalArgumentException(Quoted.of(text) + " is none of " + String.join(", ", words(kind)));
        }
        return kind.getEnumConstants()[at];
    }
}
