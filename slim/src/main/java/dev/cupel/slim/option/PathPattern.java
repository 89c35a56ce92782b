package dev.cupel.slim.option;

import dev.cupel.image.ImagePath;
import dev.cupel.image.Quoted;
import java.util.regex.Pattern;

/// A path inside an image, or a glob: `*` and `?` stay within one directory, `**` does not, `[a-z]` is one of these
/// characters. A pattern that names a directory means all that lies in it.
public record PathPattern(String text, Pattern compiled) {
    private static final int LONGEST = 4096;

    /// Reads a pattern; one that is not absolute or not well formed is an [IllegalArgumentException].
    public static PathPattern parse(String text) {
        if (!text.startsWith("/") || text.length() > LONGEST) {
            throw new IllegalArgumentException(Quoted.of(text) + " is not a pattern; begin it with a slash, as in /app/**");
        }
        String trimmed = text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return new PathPattern(text, Pattern.compile(regex(trimmed) + "(?:/.*)?", Pattern.DOTALL));
    }

    public boolean matches(ImagePath path) {
        return compiled.matcher(path.text()).matches();
    }

    /// Whether it names one path only.
    public boolean isLiteral() {
        return text.chars().noneMatch(c -> "*?[".indexOf(c) >= 0);
    }

    private static String regex(String glob) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < glob.length()) {
            char c = glob.charAt(at);
            if (c == '*') {
                boolean deep = at + 1 < glob.length() && glob.charAt(at + 1) == '*';
                out.append(deep ? ".*" : "[^/]*");
                at += deep ? 2 : 1;
            } else if (c == '?') {
                out.append("[^/]");
                at++;
            } else if (c == '[') {
                at = appendClass(glob, at, out);
            } else {
                out.append(Pattern.quote(String.valueOf(c)));
                at++;
            }
        }
        return out.toString();
    }

    private static int appendClass(String glob, int open, StringBuilder out) {
        int close = glob.indexOf(']', open + 2);
        if (close < 0) {
            throw new IllegalArgumentException(Quoted.of(glob) + " has a [ without its ]");
        }
        String inside = glob.substring(open + 1, close);
        boolean negated = inside.startsWith("!");
        out.append(negated ? "[^/" : "[");
        for (char c : (negated ? inside.substring(1) : inside).toCharArray()) {
            out.append("\\[]^&".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
        }
        out.append(negated ? "]" : "&&[^/]]");
        return close + 1;
    }
}
