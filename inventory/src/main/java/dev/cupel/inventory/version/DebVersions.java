package dev.cupel.inventory.version;

import java.util.ArrayList;
import java.util.List;

/// `[epoch:]upstream[-revision]` as dpkg orders it: text and digits in turn, `~` before the end, the end before letters, letters before others.
/// Spec: deb-version(7); dpkg, lib/dpkg/version.c.
final class DebVersions {
    /// Each number closes a run of text and counts as the end of it, so a missing one is a zero at the end of the list.
    private static final int NUMBER = 0;

    private static final int TILDE = -1;
    private static final Piece MAX_EPOCH = Piece.number(NUMBER, String.valueOf(Integer.MAX_VALUE));

    private DebVersions() {}

    static Key read(String text) {
        int colon = text.indexOf(':');
        boolean epoch = colon > 0 && Scan.isNumber(text.substring(0, colon));
        String rest = epoch ? text.substring(colon + 1) : text;
        int hyphen = rest.lastIndexOf('-');
        String upstream = hyphen < 0 ? rest : rest.substring(0, hyphen);
        String revision = hyphen < 0 ? "0" : rest.substring(hyphen + 1);
        List<Piece> pieces = new ArrayList<>();
        pieces.add(Piece.number(NUMBER, epoch ? text.substring(0, colon) : ""));
        addParts(pieces, upstream);
        pieces.add(Piece.mark(NUMBER)); // as the end of the upstream version, which the revision follows
        addParts(pieces, revision);
        boolean valid = Scan.isMadeOf(upstream, ".+-~:") && Scan.isDigit(upstream.charAt(0)) && Scan.isMadeOf(revision, ".+~");
        return new PieceKey(
                valid && (epoch || colon < 0) && pieces.getFirst().compareTo(MAX_EPOCH) <= 0, pieces, Piece.number(NUMBER, ""));
    }

    private static void addParts(List<Piece> pieces, String part) {
        Scan scan = new Scan(part);
        do {
            while (!scan.atEnd() && !scan.atDigit()) {
                pieces.add(Piece.mark(weight(scan.next())));
            }
            pieces.add(Piece.number(NUMBER, scan.digits()));
        } while (!scan.atEnd());
    }

    private static int weight(char c) {
        int other = Scan.isLetter(c) ? c : c + 256;
        return c == '~' ? TILDE : other;
    }
}
