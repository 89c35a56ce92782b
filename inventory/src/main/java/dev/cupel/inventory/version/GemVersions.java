package dev.cupel.inventory.version;

import java.util.ArrayList;
import java.util.List;

/// `1.2.0.rc1` as RubyGems orders it: runs of digits and of letters; a run of letters is older than any number, and so than the release. Zeros at
/// the end count for nothing, nor do those before the first letters.
/// Spec: RubyGems, Gem::Version (segments, canonical_segments, <=>).
final class GemVersions {
    private static final int LETTERS = 0;
    private static final int NUMBER = 1;

    private GemVersions() {}

    static Key read(String text) {
        List<Piece> pieces = new ArrayList<>();
        Scan scan = new Scan(text.replace("-", ".pre."));
        boolean numbersOnly = true;
        while (!scan.atEnd()) {
            if (scan.atDigit()) {
                pieces.add(Piece.number(NUMBER, scan.digits()));
            } else if (scan.atLetter()) {
                if (numbersOnly) {
                    trimZeros(pieces);
                }
                numbersOnly = false;
                pieces.add(Piece.word(LETTERS, scan.letters()));
            } else {
                scan.next();
            }
        }
        trimZeros(pieces);
        return new PieceKey(isWellFormed(text), pieces, Piece.number(NUMBER, ""));
    }

    private static void trimZeros(List<Piece> pieces) {
        while (!pieces.isEmpty() && pieces.getLast().isZero()) {
            pieces.removeLast();
        }
    }

    /// Numbers or words parted by dots, the first a number; behind a hyphen more of them.
    private static boolean isWellFormed(String text) {
        char before = '.';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean separates = c == '.' || c == '-';
            if (separates ? before == '.' : !Scan.isDigit(c) && !Scan.isLetter(c)) {
                return false;
            }
            before = separates ? '.' : c;
        }
        return before != '.' && Scan.isDigit(text.charAt(0));
    }
}
