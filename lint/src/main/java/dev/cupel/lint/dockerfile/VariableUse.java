package dev.cupel.lint.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// One `$NAME` or `${NAME…}` in a word.
///
/// @param operator what follows the name within the braces: `:-`, `-`, `:+`, `+`, `:?`, `?`, `#`, `%`, `/`…; empty if nothing does
/// @param operand what follows that
/// @param start where it begins in the word
/// @param end behind it
public record VariableUse(String name, String operator, String operand, int start, int end) {

    /// All of a text, in order. A single quote or an escape character before the sign makes it none.
    public static List<VariableUse> in(String text, char escape) {
        List<VariableUse> uses = new ArrayList<>();
        boolean single = false;
        boolean twofold = false;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == escape && !single) {
                at += 2;
            } else if (c == '\'' && !twofold) {
                single = !single;
                at++;
            } else if (c == '"' && !single) {
                twofold = !twofold;
                at++;
            } else if (c == '$' && !single && at + 1 < text.length()) {
                at = use(text, at, uses);
            } else {
                at++;
            }
        }
        return uses;
    }

    private static int use(String text, int dollar, List<VariableUse> uses) {
        boolean braced = text.charAt(dollar + 1) == '{';
        int start = dollar + (braced ? 2 : 1);
        int end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        if (end == start) {
            return start;
        }
        String name = text.substring(start, end);
        if (!braced) {
            uses.add(new VariableUse(name, "", "", dollar, end));
            return end;
        }
        int close = closing(text, end);
        String inside = text.substring(end, Math.min(close, text.length()));
        int sign = inside.length() > 1 && (inside.charAt(0) == ':' || inside.charAt(0) == inside.charAt(1)) ? 2 : Math.min(1, inside.length());
        uses.add(new VariableUse(name, inside.substring(0, sign), inside.substring(sign), dollar, Math.min(text.length(), close + 1)));
        return Math.min(text.length(), close + 1);
    }

    private static int closing(String text, int from) {
        int depth = 1;
        int at = from;
        while (at < text.length()) {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
            at++;
        }
        return at;
    }

    /// Whether it says itself what is meant when the variable is not set.
    public boolean hasFallback() {
        return operator.endsWith("-") || operator.endsWith("+") || operator.endsWith("?");
    }
}
