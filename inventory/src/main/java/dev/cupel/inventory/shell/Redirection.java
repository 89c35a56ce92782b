package dev.cupel.inventory.shell;

import java.util.List;

/// Redirection operators, longest first; a number or `{name}` may stand before them.
final class Redirection {
    private static final List<String> OPERATORS =
            List.of("&>>", "<<<", "<<-", "&>", "<<", "<>", "<&", ">>", ">&", ">|", "<", ">");

    private Redirection() {}

    static boolean follows(Cursor cursor) {
        int digits = digits(cursor);
        char c = cursor.peek(digits);
        boolean substitution = (c == '<' || c == '>') && cursor.peek(digits + 1) == '(';
        return !substitution && (c == '<' || c == '>' || (c == '&' && digits == 0 && cursor.peek(1) == '>'));
    }

    static String take(Cursor cursor) {
        for (int i = digits(cursor); i > 0; i--) {
            cursor.next();
        }
        return OPERATORS.stream().filter(cursor::take).findFirst().orElseThrow();
    }

    private static int digits(Cursor cursor) {
        int count = 0;
        while (cursor.peek(count) >= '0' && cursor.peek(count) <= '9') {
            count++;
        }
        return count;
    }
}
