package dev.cupel.inventory.version;

import java.util.List;

/// The words of Maven versions in their order; those that it does not know come last, by letter.
final class Qualifier {
    private static final List<String> KNOWN = List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");

    /// The word that says nothing.
    static final Piece RELEASE = Piece.mark(KNOWN.indexOf(""));

    private Qualifier() {}

    /// @param word in lower case
    static Piece of(String word, boolean digitFollows) {
        String full = digitFollows ? inFull(word) : word;
        int rank = KNOWN.indexOf(plain(full));
        return rank < 0 ? Piece.word(KNOWN.size(), full) : Piece.mark(rank);
    }

    private static String inFull(String word) {
        return switch (word) {
            case "a" -> "alpha";
            case "b" -> "beta";
            case "m" -> "milestone";
            default -> word;
        };
    }

    private static String plain(String word) {
        return switch (word) {
            case "ga", "final", "release" -> "";
            case "cr" -> "rc";
            default -> word;
        };
    }
}
