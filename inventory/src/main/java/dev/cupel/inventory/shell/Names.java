package dev.cupel.inventory.shell;

/// What a name and a parameter are made of.
final class Names {
    private Names() {}

    static boolean isStart(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isPart(char c) {
        return isStart(c) || (c >= '0' && c <= '9');
    }

    /// Parameters of one character: `$@`, `$1`, `$?`.
    static boolean isSpecial(char c) {
        return c != Cursor.END && ("@*#?$!-".indexOf(c) >= 0 || (c >= '0' && c <= '9'));
    }

    static boolean isName(String text) {
        return !text.isEmpty() && isStart(text.charAt(0)) && text.chars().allMatch(c -> isPart((char) c));
    }
}
