package dev.cupel.inventory.version;

import java.util.ArrayList;
import java.util.List;

/// `v1.2.3-beta2` as PHP's version_compare orders it, without the leading `v`: every `-`, `_`, `+` and change between digits and others parts, a number
/// is newer than the end, and so is a patch (`p`, `pl`); all other words are older, the unknown ones most of all. `#` stands for any number.
/// Spec: PHP manual, version_compare; composer/semver, VersionParser (what is valid).
record PackagistKey(boolean valid, List<Piece> pieces) implements Key {
    private static final int END = 5;
    private static final int NUMBER = 6;
    private static final int PATCH = 7;
    private static final int ANY_NUMBER = 8;
    private static final int UNKNOWN = 0;

    PackagistKey {
        pieces = List.copyOf(pieces);
    }

    static Key read(String text) {
        Scan scan = new Scan(text);
        if (scan.peek() == 'v' || scan.peek() == 'V') {
            scan.next();
        }
        boolean valid = scan.atDigit();
        List<Piece> pieces = new ArrayList<>();
        while (!scan.atEnd()) {
            if (scan.atDigit()) {
                pieces.add(Piece.number(NUMBER, scan.digits()));
            } else if (isSeparator(scan.peek())) {
                scan.next();
            } else {
                String word = word(scan);
                valid &= isOfComposer(word);
                pieces.add(Piece.mark(rank(word)));
            }
        }
        return new PackagistKey(valid, pieces);
    }

    private static String word(Scan scan) {
        int start = scan.position();
        while (!scan.atEnd() && !scan.atDigit() && !isSeparator(scan.peek())) {
            scan.next();
        }
        return scan.since(start);
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-' || c == '_' || c == '+';
    }

    /// By how it begins, and by its case.
    private static int rank(String word) {
        if (word.startsWith("dev")) {
            return 1;
        }
        if (word.startsWith("rc") || word.startsWith("RC")) {
            return 4;
        }
        return switch (word.charAt(0)) {
            case 'a' -> 2;
            case 'b' -> 3;
            case 'p' -> PATCH;
            case '#' -> ANY_NUMBER;
            default -> UNKNOWN;
        };
    }

    /// The words of Composer's own versions, whatever their case.
    private static boolean isOfComposer(String word) {
        return switch (word) {
            case "dev", "alpha", "ALPHA", "a", "beta", "BETA", "b", "rc", "RC", "stable", "patch", "pl", "p" -> true;
            default -> false;
        };
    }

    @Override
    public int compareTo(Key other) {
        return other instanceof PackagistKey that ? compare(that) : -other.compareTo(this);
    }

    private int compare(PackagistKey other) {
        int longest = Math.max(pieces.size(), other.pieces.size());
        for (int i = 0; i < longest; i++) {
            int order = compare(at(i), other.at(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private Piece at(int index) {
        return index < pieces.size() ? pieces.get(index) : Piece.mark(END);
    }

    private static int compare(Piece one, Piece other) {
        boolean any = one.rank() == ANY_NUMBER || other.rank() == ANY_NUMBER;
        return any ? Integer.compare(coarse(one.rank()), coarse(other.rank())) : one.compareTo(other);
    }

    private static int coarse(int rank) {
        return rank == ANY_NUMBER || rank == END ? NUMBER : rank;
    }
}
