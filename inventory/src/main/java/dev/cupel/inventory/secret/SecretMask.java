package dev.cupel.inventory.secret;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts without their secrets: those that are known by their look, and the values of what has a secret's name.
public final class SecretMask {
    private static final String STARS = "***";
    /// `NAME=value` anywhere, `ENV NAME value`. A quote that nobody closes hides the rest: the text may have been cut.
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "(?<![A-Za-z0-9_])([A-Za-z_][A-Za-z0-9_]{0,200}+)(?:=|(?<=(?i:ENV) [A-Za-z0-9_]{1,60})\\s{1,9})"
                    + "(\\\\\"(?:(?!\\\\\").)*+(?:\\\\\")?|\"(?:[^\"\\\\]|\\\\.)*+\"?|'[^']*+'?|[^\\s\"']++)",
            Pattern.DOTALL);

    private SecretMask() {}

    /// Stars in the place of secrets, as long as before: columns stay what they were.
    public static String sameLength(String line) {
        StringBuilder out = new StringBuilder(line);
        hidden(line).stream().forEach(at -> out.setCharAt(at, '*'));
        return out.toString();
    }

    /// Three stars in the place of each secret; its length tells nothing either.
    public static String of(String text) {
        BitSet hidden = hidden(text);
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int start = hidden.nextSetBit(0); start >= 0; start = hidden.nextSetBit(from)) {
            out.append(text, from, start).append(STARS);
            from = hidden.nextClearBit(start);
        }
        return out.append(text, from, text.length()).toString();
    }

    /// The same for a whole `NAME=value`; the value may have spaces.
    public static String pair(String pair) {
        int equals = pair.indexOf('=');
        boolean secret = equals > 0 && equals < pair.length() - 1 && SecretPatterns.isSecretName(pair.substring(0, equals));
        return secret ? pair.substring(0, equals + 1) + STARS : of(pair);
    }

    private static BitSet hidden(String text) {
        BitSet hidden = new BitSet();
        SecretPatterns.find(text).forEach(found -> hidden.set(found.secret(), found.end()));
        Matcher assignment = ASSIGNMENT.matcher(text);
        while (assignment.find()) {
            if (SecretPatterns.isSecretName(assignment.group(1)) && !assignment.group(2).startsWith("$")) {
                hidden.set(assignment.start(2), assignment.end(2));
            }
        }
        return hidden;
    }
}
