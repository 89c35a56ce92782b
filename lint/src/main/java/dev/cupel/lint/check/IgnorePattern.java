package dev.cupel.lint.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// One pattern of a .dockerignore file: `*` and `?` stay within a name, `**` does not; what it matches is left out with all that is in it.
/// All ways to match are followed at once, so that no pattern takes longer than its length times the path's.
///
/// @param parts of the pattern, in order
record IgnorePattern(List<Part> parts) {
    private enum Kind {
        LITERAL,
        ONE_OF_NAME,
        MANY_OF_NAME,
        ANYTHING,
        /// `**/`: nothing, or …
        FOLDERS,
        /// … anything that ends in a slash.
        WITHIN_FOLDERS
    }

    record Part(Kind kind, char literal) {}

    IgnorePattern {
        parts = List.copyOf(parts);
    }

    static IgnorePattern of(String line) {
        String clean = stripped(line);
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < clean.length()) {
            char c = clean.charAt(at);
            if (clean.startsWith("**/", at)) {
                parts.add(new Part(Kind.FOLDERS, c));
                parts.add(new Part(Kind.WITHIN_FOLDERS, c));
                at += 3;
            } else if (clean.startsWith("**", at)) {
                parts.add(new Part(Kind.ANYTHING, c));
                at += 2;
            } else {
                parts.add(new Part(c == '*' ? Kind.MANY_OF_NAME : c == '?' ? Kind.ONE_OF_NAME : Kind.LITERAL, c));
                at++;
            }
        }
        return new IgnorePattern(parts);
    }

    private static String stripped(String line) {
        int from = 0;
        while (line.startsWith("./", from) || line.startsWith("/", from)) {
            from += line.startsWith("/", from) ? 1 : 2;
        }
        int to = line.length();
        while (to > from && line.charAt(to - 1) == '/') {
            to--;
        }
        return line.substring(from, to);
    }

    boolean matches(String path) {
        BitSet reached = new BitSet(parts.size() + 1);
        reached.set(0);
        for (int i = 0; i < path.length(); i++) {
            skip(reached);
            char c = path.charAt(i);
            if (reached.get(parts.size()) && c == '/') {
                return true;
            }
            reached = after(reached, c);
        }
        skip(reached);
        return reached.get(parts.size());
    }

    /// Takes in the parts behind those that may be nothing.
    private void skip(BitSet reached) {
        for (int at = reached.nextSetBit(0); at >= 0 && at < parts.size(); at = reached.nextSetBit(at + 1)) {
            Kind kind = parts.get(at).kind;
            if (kind == Kind.MANY_OF_NAME || kind == Kind.ANYTHING) {
                reached.set(at + 1);
            } else if (kind == Kind.FOLDERS) {
                reached.set(at + 1, at + 3);
            }
        }
    }

    private BitSet after(BitSet reached, char c) {
        BitSet next = new BitSet(parts.size() + 1);
        for (int at = reached.nextSetBit(0); at >= 0 && at < parts.size(); at = reached.nextSetBit(at + 1)) {
            Part part = parts.get(at);
            switch (part.kind) {
                case LITERAL -> next.set(at + 1, part.literal == c || next.get(at + 1));
                case ONE_OF_NAME -> next.set(at + 1, c != '/' || next.get(at + 1));
                case MANY_OF_NAME -> next.set(at, c != '/' || next.get(at));
                case ANYTHING -> next.set(at);
                case FOLDERS -> { }
                case WITHIN_FOLDERS -> {
                    next.set(at);
                    next.set(at + 1, c == '/' || next.get(at + 1));
                }
            }
        }
        return next;
    }
}
