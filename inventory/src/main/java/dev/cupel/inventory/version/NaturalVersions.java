package dev.cupel.inventory.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Versions whose scheme nobody knows, as a person would order them: numbers by value, words by letter, and a word that tells of a time before the
/// release (rc, beta …) before the end. What parts them does not count.
final class NaturalVersions {
    /// What a scheme begins a version with that it can read, if it puts the others before all of those.
    static final Piece READABLE = Piece.mark(1);

    private static final int EARLY = 0;
    private static final int END = 1;
    private static final int WORD = 2;
    private static final int NUMBER = 3;
    private static final List<String> STAGES =
            List.of("dev", "snapshot", "ea", "alpha", "beta", "milestone", "preview", "pre", "cr", "rc");

    private NaturalVersions() {}

    static Key read(String text) {
        List<Piece> pieces = new ArrayList<>();
        addAll(pieces, text);
        return new PieceKey(pieces.stream().anyMatch(Piece::number), pieces, Piece.mark(END));
    }

    /// What is no version in a scheme: older than all that are.
    static Key unreadable(String text) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(Piece.mark(0));
        addAll(pieces, text);
        return new PieceKey(false, pieces, Piece.mark(END));
    }

    private static void addAll(List<Piece> pieces, String text) {
        Scan scan = new Scan(text.toLowerCase(Locale.ROOT));
        if (scan.peek() == 'v' && Scan.isDigit(scan.peek(1))) {
            scan.next();
        }
        while (!scan.atEnd()) {
            if (scan.atDigit()) {
                pieces.add(Piece.number(NUMBER, scan.digits()));
            } else if (scan.atLetter()) {
                String letters = scan.letters();
                pieces.add(word(scan.atDigit() ? inFull(letters) : letters));
            } else {
                scan.next();
            }
        }
    }

    private static Piece word(String word) {
        int stage = STAGES.indexOf(word);
        return stage < 0 ? Piece.word(WORD, word) : Piece.word(EARLY, String.valueOf(stage));
    }

    private static String inFull(String letters) {
        return switch (letters) {
            case "a" -> "alpha";
            case "b" -> "beta";
            case "m" -> "milestone";
            case "c" -> "rc";
            default -> letters;
        };
    }
}
