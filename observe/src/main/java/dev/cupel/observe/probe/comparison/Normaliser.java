package dev.cupel.observe.probe.comparison;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Replaces what differs between any two runs: moments, durations, process numbers, random tokens. Whatever else differs
/// between runs of one image is found by running it twice (see [TextTemplate], [JsonTemplate]).
final class Normaliser {
    private static final int LONGEST_TOKEN = 400;

    private record Rule(Pattern pattern, String mark) {}

    private static final List<Rule> RULES = List.of(
            rule("\\d{4}[-/]\\d{2}[-/]\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?)?", "⟨time⟩"),
            rule("(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? )?\\d{1,2}[ /-](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[ /-]"
                    + "\\d{4}(?:[ :]\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?)?(?: (?:GMT|UTC|[+-]\\d{4}))?", "⟨time⟩"),
            rule("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\\d{1,2} "
                    + "\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?: [A-Z]{3,4})?(?: \\d{4})?", "⟨time⟩"),
            rule("(?<![\\d:])\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?(?![\\d:])", "⟨time⟩"),
            rule("(?<![0-9A-Za-z])[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![0-9A-Za-z])", "⟨id⟩"),
            rule("0x[0-9a-fA-F]{4,16}(?![0-9A-Za-z])", "⟨address⟩"),
            rule("(?<![0-9A-Za-z.])1[6-9]\\d{8}(?:\\d{3}){0,3}(?:\\.\\d{1,9})?(?![0-9A-Za-z])", "⟨time⟩"),
            rule("(?<![0-9A-Za-z.])\\d{1,9}(?:\\.\\d{1,9})? ?(?:ns|us|µs|ms|secs?|seconds?|milliseconds?|minutes?|s)(?![0-9A-Za-z])", "⟨duration⟩"),
            rule("(?i)(?<![a-z])(pid|process|thread|tid|worker)([ =:#(\\[]{1,3})\\d{1,9}", "$1$2⟨number⟩"),
            rule("(127\\.0\\.0\\.1|\\[?::1\\]?|localhost)(:| port |, port: )\\d{4,5}(?!\\d)", "$1$2⟨port⟩"),
            rule("/tmp/[\\w.-]{4,60}", "⟨temporary⟩"));
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z_+/=-]{12," + LONGEST_TOKEN + "}");

    private Normaliser() {}

    static String normal(String text) {
        return withoutTokens(withoutMoments(text), Normaliser::looksRandom);
    }

    /// The same, where every long word that is none of `known` counts as a token: one in a hundred tokens looks like a word.
    static String normal(String text, Set<String> known) {
        return withoutTokens(withoutMoments(text), word -> looksRandom(word) || (word.length() >= 16 && !known.contains(word)));
    }

    /// The long words of a text, tokens among them.
    static Set<String> longWords(String text) {
        return TOKEN.matcher(withoutMoments(text)).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
    }

    private static String withoutMoments(String text) {
        String out = text;
        for (Rule rule : RULES) {
            out = rule.pattern().matcher(out).replaceAll(rule.mark());
        }
        return out;
    }

    private static String withoutTokens(String text, Predicate<String> isToken) {
        return TOKEN.matcher(text).replaceAll(match -> isToken.test(match.group()) ? "⟨token⟩" : Matcher.quoteReplacement(match.group()));
    }

    // Long hexadecimal, or letters of both cases mixed with digits all along: no word or path is like that.
    private static boolean looksRandom(String token) {
        boolean hex = token.matches("[0-9a-f]{12,}|[0-9A-F]{12,}") && token.matches(".*[a-fA-F].*") && token.matches(".*\\d.*");
        if (hex) {
            return true;
        }
        int changes = 0;
        for (int i = 1; i < token.length(); i++) {
            changes += kind(token.charAt(i)) == kind(token.charAt(i - 1)) ? 0 : 1;
        }
        boolean mixed = token.matches(".*\\d.*") && token.matches(".*[a-z].*") && token.matches(".*[A-Z].*");
        return mixed && token.length() >= 16 && changes * 3 >= token.length();
    }

    private static int kind(char c) {
        return Character.isDigit(c) ? 0 : Character.isUpperCase(c) ? 1 : Character.isLowerCase(c) ? 2 : 3;
    }

    private static Rule rule(String pattern, String mark) {
        return new Rule(Pattern.compile(pattern), mark);
    }
}
