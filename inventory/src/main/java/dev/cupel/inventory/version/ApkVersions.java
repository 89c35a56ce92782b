package dev.cupel.inventory.version;

import java.util.ArrayList;
import java.util.List;

/// `1.2.3a_rc4_p5~0a1b2c-r6` as apk orders it. Where both go on, the kind of what comes next decides before its value; what apk cannot read ends
/// the version and stands right before a version that ends there.
/// Spec: apk-package(5); apk-tools 2.14 and 3.0, src/version.c.
final class ApkVersions {
    private static final List<String> EARLY = List.of("alpha", "beta", "pre", "rc");
    private static final List<String> LATE = List.of("cvs", "svn", "git", "hg", "p");

    /// From old to new: what may come next.
    private enum Next {
        EARLY_SUFFIX(0), UNREADABLE(1), END(2), REVISION(3), HASH(4), SUFFIX_NUMBER(5), LATE_SUFFIX(6), LETTER(7), FRACTION(8), NUMBER(9);

        private final int rank;

        Next(int rank) {
            this.rank = rank;
        }
    }

    private final Scan scan;
    private final List<Piece> pieces = new ArrayList<>();

    private ApkVersions(String text) {
        this.scan = new Scan(text);
    }

    static Key read(String text) {
        return new ApkVersions(text).read();
    }

    private Key read() {
        int read = 0;
        Next last = scan.atDigit() ? number(Next.NUMBER, scan.digits()) : Next.UNREADABLE;
        while (last != Next.UNREADABLE && !scan.atEnd()) {
            read = scan.position();
            last = step(last);
        }
        if (last == Next.UNREADABLE) {
            pieces.add(Piece.word(Next.UNREADABLE.rank, scan.from(read)));
        }
        return new PieceKey(last != Next.UNREADABLE, pieces, Piece.mark(Next.END.rank));
    }

    /// Each kind of part has its place; only suffixes follow one another.
    private Next step(Next last) {
        boolean inNumbers = last == Next.NUMBER || last == Next.FRACTION;
        boolean inSuffixes = inNumbers || last == Next.LETTER || last == Next.EARLY_SUFFIX || last == Next.LATE_SUFFIX || last == Next.SUFFIX_NUMBER;
        char c = scan.peek();
        if (c >= 'a' && c <= 'z' && inNumbers) {
            return word(Next.LETTER, String.valueOf(scan.next()));
        }
        if (scan.atDigit()) {
            return digits(last);
        }
        if (c == '.' && inNumbers && Scan.isDigit(scan.peek(1))) {
            scan.next();
            return component(scan.digits());
        }
        if (c == '_' && inSuffixes) {
            scan.next();
            return suffix(scan.letters());
        }
        if (c == '~' && inSuffixes) {
            scan.next();
            return hash();
        }
        if (c == '-' && last != Next.REVISION && scan.peek(1) == 'r' && Scan.isDigit(scan.peek(2))) {
            scan.take("-r");
            return number(Next.REVISION, scan.digits());
        }
        return Next.UNREADABLE;
    }

    /// Behind a letter they are a number in apk-tools 2, which is how the patch releases of OpenSSH and sudo are written (`9.5p1`).
    private Next digits(Next last) {
        return switch (last) {
            case LETTER -> component(scan.digits());
            case EARLY_SUFFIX, LATE_SUFFIX -> number(Next.SUFFIX_NUMBER, scan.digits());
            default -> Next.UNREADABLE;
        };
    }

    /// A component with a leading zero compares as text with all others, and so stands before those without.
    private Next component(String digits) {
        if (digits.charAt(0) == '0') {
            return word(Next.FRACTION, digits);
        }
        return number(Next.NUMBER, digits);
    }

    private Next suffix(String name) {
        if (EARLY.contains(name)) {
            return number(Next.EARLY_SUFFIX, String.valueOf(EARLY.indexOf(name)));
        }
        return LATE.contains(name) ? number(Next.LATE_SUFFIX, String.valueOf(LATE.indexOf(name))) : Next.UNREADABLE;
    }

    private Next hash() {
        StringBuilder hex = new StringBuilder();
        while (scan.atDigit() || (scan.peek() >= 'a' && scan.peek() <= 'f')) {
            hex.append(scan.next());
        }
        return hex.isEmpty() ? Next.UNREADABLE : word(Next.HASH, hex.toString());
    }

    private Next number(Next kind, String digits) {
        pieces.add(Piece.number(kind.rank, digits));
        return kind;
    }

    private Next word(Next kind, String word) {
        pieces.add(Piece.word(kind.rank, word));
        return kind;
    }
}
