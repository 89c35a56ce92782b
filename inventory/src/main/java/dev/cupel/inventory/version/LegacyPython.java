package dev.cupel.inventory.version;

import java.util.ArrayList;
import java.util.List;

/// Versions from before PEP 440, as setuptools ordered them: runs of digits padded to eight, runs of letters behind a `*`, all compared as text.
/// Spec: packaging 21.3, LegacyVersion.
final class LegacyPython {
    private static final String FINAL = "*final";
    private static final String ZERO = "00000000";

    private LegacyPython() {}

    /// @param text in lower case
    static Key read(String text) {
        List<String> parts = new ArrayList<>();
        Scan scan = new Scan(text);
        while (!scan.atEnd()) {
            add(parts, part(scan));
        }
        add(parts, FINAL);
        List<Piece> pieces = new ArrayList<>(List.of(Piece.mark(0)));
        parts.forEach(part -> pieces.add(Piece.word(1, part)));
        return new PieceKey(false, pieces, Piece.mark(0));
    }

    private static void add(List<String> parts, String part) {
        if (part.startsWith("*")) {
            while (part.compareTo(FINAL) < 0 && !parts.isEmpty() && parts.getLast().equals("*final-")) {
                parts.removeLast();
            }
            while (!parts.isEmpty() && parts.getLast().equals(ZERO)) {
                parts.removeLast();
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    /// The next part; nothing for a dot.
    private static String part(Scan scan) {
        if (scan.atDigit()) {
            String digits = scan.digits();
            return ZERO.substring(Math.min(ZERO.length(), digits.length())) + digits;
        }
        if (scan.atLetter()) {
            return "*" + replaced(scan.letters());
        }
        if (scan.take("-")) {
            return "*final-";
        }
        if (scan.take(".")) {
            return "";
        }
        int start = scan.position();
        while (!scan.atEnd() && !scan.atDigit() && !scan.atLetter() && scan.peek() != '-' && scan.peek() != '.') {
            scan.next();
        }
        return "*" + scan.since(start);
    }

    private static String replaced(String word) {
        return switch (word) {
            case "pre", "preview", "rc" -> "c";
            case "dev" -> "@";
            default -> word;
        };
    }
}
