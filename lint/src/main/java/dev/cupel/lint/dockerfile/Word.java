package dev.cupel.lint.dockerfile;

/// One word as it is written, quotes and escapes and variables included.
public record Word(String text, Span span) {
    /// Whether a variable stands in it.
    public boolean isVariable() {
        return text.indexOf('$') >= 0;
    }

    /// The text without its quotes and backslashes; variables stay as they are.
    public String unquoted() {
        StringBuilder out = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
                out.append(text.charAt(++i));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
