package dev.cupel.slim.analysis.system.glob;

/// A pattern of one name between slashes.
record NamePattern(String text, boolean isLiteral) {
    static NamePattern parse(String text) {
        return new NamePattern(text, text.chars().noneMatch(c -> "*?[".indexOf(c) >= 0));
    }

    boolean isDeep() {
        return text.equals("**");
    }

    /// The first `count` letters of every fitting name; empty if that is not fixed. A shorter literal is its own whole.
    String firstLetters(int count) {
        int fixed = 0;
        while (fixed < text.length() && "*?[".indexOf(text.charAt(fixed)) < 0) {
            fixed++;
        }
        return fixed >= count ? text.substring(0, count) : isLiteral ? text : "";
    }

    boolean matches(String name) {
        return isLiteral ? text.equals(name) : (!name.startsWith(".") || text.startsWith(".")) && matches(0, name, 0);
    }

    /// Goes back to the last `*` at most, so the effort is bounded by the product of both lengths.
    private boolean matches(int patternStart, String name, int nameStart) {
        int pattern = patternStart;
        int at = nameStart;
        int starPattern = -1;
        int starAt = -1;
        while (at < name.length()) {
            int next = pattern < text.length() && text.charAt(pattern) != '*' ? afterOne(pattern, name.charAt(at)) : -1;
            if (next >= 0) {
                pattern = next;
                at++;
            } else if (pattern < text.length() && text.charAt(pattern) == '*') {
                starPattern = ++pattern;
                starAt = at;
            } else if (starPattern >= 0) {
                pattern = starPattern;
                at = ++starAt;
            } else {
                return false;
            }
        }
        return text.substring(pattern).chars().allMatch(c -> c == '*');
    }

    /// Where the pattern goes on if what stands at `pattern` fits `c`; -1 if it does not.
    private int afterOne(int pattern, char c) {
        char wanted = text.charAt(pattern);
        int close = wanted == '[' ? text.indexOf(']', pattern + 2) : -1;
        if (close < 0) {
            return wanted == '?' || wanted == c ? pattern + 1 : -1;
        }
        String inside = text.substring(pattern + 1, close);
        boolean negated = inside.startsWith("!") || inside.startsWith("^");
        return isIn(negated ? inside.substring(1) : inside, c) != negated ? close + 1 : -1;
    }

    private static boolean isIn(String set, char c) {
        for (int i = 0; i < set.length(); i++) {
            boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-';
            if (range ? set.charAt(i) <= c && c <= set.charAt(i + 2) : set.charAt(i) == c) {
                return true;
            }
            i += range ? 2 : 0;
        }
        return false;
    }
}
