package dev.cupel.inventory.version;

import java.util.ArrayList;
import java.util.List;

/// Nothing but numbers: the first that differs decides, and of `1.0` and `1.0.0` the longer is newer. What has anything else is older than all.
/// Spec: R, ?package_version (numbers parted by `.` or `-`); Haskell, Data.Version and the Package Versioning Policy (parted by `.`).
final class DottedVersions {
    private static final int END = 1;
    private static final int NUMBER = 2;

    private DottedVersions() {}

    static Key readCran(String text) {
        return read(text, ".-");
    }

    static Key readHackage(String text) {
        return read(text, ".");
    }

    private static Key read(String text, String separators) {
        Scan scan = new Scan(text);
        List<Piece> pieces = new ArrayList<>(List.of(NaturalVersions.READABLE));
        pieces.add(Piece.number(NUMBER, scan.digits()));
        while (separators.indexOf(scan.peek()) >= 0 && Scan.isDigit(scan.peek(1)) && Scan.isDigit(text.charAt(0))) {
            scan.next();
            pieces.add(Piece.number(NUMBER, scan.digits()));
        }
        return scan.atEnd() && scan.position() > 0 ? new PieceKey(true, pieces, Piece.mark(END)) : NaturalVersions.unreadable(text);
    }
}
