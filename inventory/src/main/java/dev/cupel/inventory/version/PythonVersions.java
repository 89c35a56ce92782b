package dev.cupel.inventory.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// `1!2.0rc1.post2.dev3+local.4` as packaging orders it. A text that is not of that form is older than all that are; see [LegacyPython].
/// Spec: PyPA, "Version specifiers" (PEP 440), appendix B; packaging, version.py.
final class PythonVersions {
    private static final int NUMBER = 9;

    private final Scan scan;
    private final List<Piece> pieces = new ArrayList<>(List.of(Piece.mark(1)));

    private PythonVersions(String text) {
        this.scan = new Scan(text);
    }

    static Key read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        PythonVersions version = new PythonVersions(lower);
        return version.readAll() ? new PieceKey(true, version.pieces, Piece.mark(0)) : LegacyPython.read(lower);
    }

    private boolean readAll() {
        scan.take("v");
        if (!scan.atDigit()) {
            return false;
        }
        release();
        Optional<Piece> early = tagged(List.of("alpha", "a", "beta", "b", "preview", "pre", "rc", "c"), PythonVersions::stage);
        Optional<Piece> late = bareLate().or(() -> tagged(List.of("post", "rev", "r"), _ -> 1));
        Optional<Piece> dev = tagged(List.of("dev"), _ -> 0);
        // Nothing but .dev is older than the first alpha; a final release is newer than any candidate.
        pieces.add(early.orElse(Piece.mark(late.isEmpty() && dev.isPresent() ? 0 : 4)));
        pieces.add(late.orElse(Piece.mark(0)));
        pieces.add(dev.orElse(Piece.mark(1)));
        return scan.take("+") ? local() : scan.atEnd();
    }

    private void release() {
        String first = scan.digits();
        boolean hasEpoch = scan.peek() == '!' && Scan.isDigit(scan.peek(1)) && scan.take("!");
        pieces.add(Piece.number(NUMBER, hasEpoch ? first : ""));
        int start = pieces.size();
        pieces.add(Piece.number(NUMBER, hasEpoch ? scan.digits() : first));
        while (scan.peek() == '.' && Scan.isDigit(scan.peek(1))) {
            scan.next();
            pieces.add(Piece.number(NUMBER, scan.digits()));
        }
        while (pieces.size() > start && pieces.getLast().isZero()) {
            pieces.removeLast();
        }
    }

    private static int stage(String tag) {
        return switch (tag) {
            case "a", "alpha" -> 1;
            case "b", "beta" -> 2;
            default -> 3;
        };
    }

    /// `-4` for `.post4`.
    private Optional<Piece> bareLate() {
        if (scan.peek() != '-' || !Scan.isDigit(scan.peek(1))) {
            return Optional.empty();
        }
        scan.next();
        return Optional.of(Piece.number(1, scan.digits()));
    }

    /// A separator or none, one of the tags, a separator or none, a number or none.
    private Optional<Piece> tagged(List<String> tags, ToIntFunction<String> rank) {
        int separator = isSeparator(scan.peek()) ? 1 : 0;
        for (String tag : tags) {
            if (scan.takeBehind(separator, tag)) {
                if (isSeparator(scan.peek()) && Scan.isDigit(scan.peek(1))) {
                    scan.next();
                }
                return Optional.of(Piece.number(rank.applyAsInt(tag), scan.digits()));
            }
        }
        return Optional.empty();
    }

    private boolean local() {
        do {
            int start = scan.position();
            while (scan.atDigit() || scan.atLetter()) {
                scan.next();
            }
            String part = scan.since(start);
            if (part.isEmpty()) {
                return false;
            }
            pieces.add(Scan.isNumber(part) ? Piece.number(2, part) : Piece.word(1, part));
        } while (takeSeparator());
        return scan.atEnd();
    }

    private boolean takeSeparator() {
        boolean there = isSeparator(scan.peek());
        if (there) {
            scan.next();
        }
        return there;
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-' || c == '_';
    }
}
