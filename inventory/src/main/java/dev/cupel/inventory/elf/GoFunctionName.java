package dev.cupel.inventory.elf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A function as Go's linker calls it, without what the compiler made of it: `a.org/b%2ev2.(*T[...]).M.func1` is in the method `(*T).M`
/// of the package `a.org/b.v2`.
///
/// @param path of its package
/// @param functions that it may be or be in: of `F.M` nobody can tell whether `F` is a function or a type
record GoFunctionName(String path, List<String> functions) {
    GoFunctionName {
        functions = List.copyOf(functions);
    }

    /// Empty where no package is named.
    static Optional<GoFunctionName> parse(String raw) {
        String name = withoutTypeArguments(raw);
        int dot = name.indexOf('.', name.lastIndexOf('/') + 1);
        if (dot <= 0) {
            return Optional.empty();
        }
        return Optional.of(new GoFunctionName(unescaped(name.substring(0, dot)), functions(name.substring(dot + 1))));
    }

    private static List<String> functions(String rest) {
        int close = rest.startsWith("(*") ? rest.indexOf(").") : -1;
        if (close > 0) {
            return List.of(rest.substring(0, close + 2) + word(rest, close + 2));
        }
        String first = word(rest, 0);
        String second = first.length() < rest.length() && rest.charAt(first.length()) == '.' ? word(rest, first.length() + 1) : "";
        return second.isEmpty() || isClosure(second) ? List.of(first) : List.of(first, first + "." + second);
    }

    private static boolean isClosure(String word) {
        return word.startsWith("func") && word.length() > 4 && word.chars().skip(4).allMatch(c -> c >= '0' && c <= '9');
    }

    /// Up to what the compiler adds: `.func1`, `-fm`, `-range1`.
    private static String word(String text, int from) {
        int to = from;
        while (to < text.length() && text.charAt(to) != '.' && text.charAt(to) != '-') {
            to++;
        }
        return text.substring(from, to);
    }

    private static String withoutTypeArguments(String raw) {
        if (raw.indexOf('[') < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        int depth = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            depth += c == '[' ? 1 : 0;
            if (depth == 0) {
                out.append(c);
            }
            depth -= c == ']' && depth > 0 ? 1 : 0;
        }
        return out.toString();
    }

    /// Undoes what keeps dots of the last element and odd characters out of names (Go's src/cmd/internal/objabi/path.go).
    private static String unescaped(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            bytes[length++] = low >= 0 ? (byte) ((high << 4) | low) : bytes[i];
            i += low >= 0 ? 2 : 0;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
