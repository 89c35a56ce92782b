package dev.cupel.inventory.version;

/// Reads a text from left to right. Letters and digits are those of ASCII.
final class Scan {
    private final String text;
    private int at;

    Scan(String text) {
        this.text = text;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /// Whether there is at least one character and all are letters, digits or one of these.
    static boolean isMadeOf(String text, String others) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && !isLetter(c) && others.indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// Whether there is at least one character and all are digits.
    static boolean isNumber(String text) {
        Scan scan = new Scan(text);
        return !scan.digits().isEmpty() && scan.atEnd();
    }

    boolean atEnd() {
        return at == text.length();
    }

    /// The next character; NUL at the end, which no scheme knows.
    char peek() {
        return peek(0);
    }

    /// The character so many behind the next.
    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    boolean atDigit() {
        return isDigit(peek());
    }

    boolean atLetter() {
        return isLetter(peek());
    }

    char next() {
        return text.charAt(at++);
    }

    /// Goes past this text if it comes next.
    boolean take(String expected) {
        boolean there = text.startsWith(expected, at);
        at += there ? expected.length() : 0;
        return there;
    }

    /// Goes past this text and so many characters before it if they come next.
    boolean takeBehind(int ahead, String expected) {
        boolean there = text.startsWith(expected, at + ahead);
        at += there ? ahead + expected.length() : 0;
        return there;
    }

    /// As many digits as there are.
    String digits() {
        int start = at;
        while (atDigit()) {
            at++;
        }
        return text.substring(start, at);
    }

    /// As many letters as there are.
    String letters() {
        int start = at;
        while (atLetter()) {
            at++;
        }
        return text.substring(start, at);
    }

    String rest() {
        return from(at);
    }

    /// How many characters were read.
    int position() {
        return at;
    }

    /// What was read since that position.
    String since(int position) {
        return text.substring(position, at);
    }

    /// What stands at that position and behind it.
    String from(int position) {
        return text.substring(position);
    }
}
