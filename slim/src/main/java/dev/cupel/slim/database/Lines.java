package dev.cupel.slim.database;

import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Text by lines.
final class Lines {
    private Lines() {}

    /// The lines that `stays` accepts, each with its line feed.
    static String filter(String text, Predicate<String> stays) {
        return text.lines().filter(stays).map(line -> line + "\n").collect(Collectors.joining());
    }
}
