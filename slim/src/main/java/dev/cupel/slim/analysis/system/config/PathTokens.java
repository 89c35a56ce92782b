package dev.cupel.slim.analysis.system.config;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds absolute paths and names of libraries in text.
final class PathTokens {
    /// Two names at least: `/tmp` in a text tells nothing. What stands before must not be part of a longer path or an address.
    private static final Pattern PATH = Pattern.compile("(?<![\\w.$})\\]/%*~-])(?:/[\\w.+@%*?-]{1,255}){2,40}+");

    private static final Pattern LIBRARY = Pattern.compile("(?<![\\w./$-])[A-Za-z][\\w+-]*(?:\\.[\\w+-]+)*\\.so(?:\\.\\d+)*(?![\\w.-])");
    private static final int MOST = 5000;

    private PathTokens() {}

    static Set<String> in(String text) {
        return all(PATH, text);
    }

    static Set<String> libraryNames(String text) {
        return all(LIBRARY, text);
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (found.size() < MOST && matcher.find()) {
            String token = matcher.group();
            found.add(token);
            if (token.endsWith(".")) {
                found.add(token.substring(0, token.length() - 1)); // the end of a sentence
            }
        }
        return found;
    }
}
