package dev.cupel.inventory.version;

import java.util.ArrayList;
import java.util.List;

/// `[epoch:]version[-release]` as rpm orders it: runs of letters and of digits, whatever parts them; `~` before the end, `^` behind it, then
/// letters, then digits. No epoch is 0; no release is older than any.
/// Spec: rpm-version(7); rpm 4.20, rpmio/rpmvercmp.c and rpmver.c.
final class RpmVersions {
    private static final int TILDE = 0;
    private static final int END = 1;
    private static final int CARET = 2;
    private static final int LETTERS = 3;
    private static final int DIGITS = 4;

    private RpmVersions() {}

    static Key read(String text) {
        Scan scan = new Scan(text);
        String epoch = scan.digits();
        boolean hasEpoch = scan.take(":");
        String rest = hasEpoch ? scan.rest() : text;
        int hyphen = rest.lastIndexOf('-');
        String version = hyphen < 0 ? rest : rest.substring(0, hyphen);
        List<Piece> pieces = new ArrayList<>();
        pieces.add(Piece.number(DIGITS, hasEpoch ? epoch : ""));
        addSegments(pieces, version);
        boolean valid = isWellFormed(version);
        if (hyphen >= 0) {
            String release = rest.substring(hyphen + 1);
            pieces.add(Piece.mark(END));
            pieces.add(Piece.mark(DIGITS)); // there is a release: newer than none, even if it begins with ~
            addSegments(pieces, release);
            valid &= isWellFormed(release);
        }
        return new PieceKey(valid, pieces, Piece.mark(END));
    }

    private static boolean isWellFormed(String part) {
        return Scan.isMadeOf(part, "._+~^");
    }

    private static void addSegments(List<Piece> pieces, String part) {
        Scan scan = new Scan(part);
        while (!scan.atEnd()) {
            if (scan.atDigit()) {
                pieces.add(Piece.number(DIGITS, scan.digits()));
            } else if (scan.atLetter()) {
                pieces.add(Piece.word(LETTERS, scan.letters()));
            } else {
                char c = scan.next();
                if (c == '~' || c == '^') {
                    pieces.add(Piece.mark(c == '~' ? TILDE : CARET));
                }
            }
        }
    }
}
