package dev.cupel.observe.probe.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What several runs of one image have in common in one text, with gaps where they differ. A text of another image fits if
/// it has the same fixed parts in the same order and its gaps are not much longer than those seen.
final class TextTemplate {
    private static final Pattern TOKENS = Pattern.compile("(?s)[\\p{L}\\p{N}_⟨⟩]+|.");
    private static final int EXCERPT = 70;

    /// Fixed tokens, with a gap before them of at most so many tokens; 0: none.
    private record Part(int gapBefore, List<String> fixed) {}

    private final List<Part> parts;
    private final int gapAtEnd;
    private final Set<String> words;

    private TextTemplate(List<Part> parts, int gapAtEnd, Set<String> words) {
        this.parts = parts;
        this.gapAtEnd = gapAtEnd;
        this.words = words;
    }

    /// @param texts of the original's runs, at least one
    static TextTemplate of(List<String> texts) {
        List<String> first = tokens(texts.getFirst());
        List<Integer> gaps = new ArrayList<>(Collections.nCopies(first.size() + 1, 0));
        List<String> common = first;
        for (String text : texts.subList(1, texts.size())) {
            Alignment alignment = Alignment.of(common, tokens(text));
            gaps = alignment.gaps(gaps);
            common = alignment.common();
        }
        Set<String> words = new HashSet<>();
        texts.forEach(text -> words.addAll(Normaliser.longWords(Counters.masked(text))));
        return build(common, gaps, words);
    }

    private static TextTemplate build(List<String> common, List<Integer> gaps, Set<String> words) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= common.size(); i++) {
            if (i == common.size() || gaps.get(i) > 0) {
                parts.add(new Part(room(gaps.get(from)), common.subList(from, i)));
                from = i;
            }
        }
        return new TextTemplate(parts, room(gaps.getLast()), words);
    }

    // Two runs show a few of the values a gap can have, not the longest.
    private static int room(int seen) {
        return seen == 0 ? 0 : 3 * seen + 8;
    }

    /// Where the text first departs from the template; empty if it fits.
    Optional<Departure> departure(String text) {
        Optional<Departure> departure = departure(tokens(text));
        boolean fits = departure.isEmpty() || departure(split(Normaliser.normal(Counters.masked(text), words))).isEmpty();
        return fits ? Optional.empty() : departure;
    }

    private Optional<Departure> departure(List<String> tokens) {
        int at = 0;
        for (Part part : parts) {
            int found = find(tokens, part, at);
            if (found < 0) {
                int same = agreeing(tokens, part, at);
                return Optional.of(new Departure(excerpt(part.fixed(), same), excerpt(tokens, at + same)));
            }
            at = found + part.fixed().size();
        }
        return tokens.size() - at > gapAtEnd ? Optional.of(new Departure("", excerpt(tokens, at))) : Optional.empty();
    }

    private static int find(List<String> tokens, Part part, int from) {
        int last = Math.min(from + part.gapBefore(), tokens.size() - part.fixed().size());
        for (int at = from; at <= last; at++) {
            if (tokens.subList(at, at + part.fixed().size()).equals(part.fixed())) {
                return at;
            }
        }
        return -1;
    }

    private static int agreeing(List<String> tokens, Part part, int at) {
        int same = 0;
        while (same < part.fixed().size() && at + same < tokens.size() && tokens.get(at + same).equals(part.fixed().get(same))) {
            same++;
        }
        return same;
    }

    private static String excerpt(List<String> tokens, int from) {
        StringBuilder text = new StringBuilder();
        for (int i = Math.min(from, tokens.size()); i < tokens.size() && text.length() < EXCERPT; i++) {
            text.append(tokens.get(i));
        }
        return text.toString().strip();
    }

    private static List<String> tokens(String text) {
        return split(Normaliser.normal(Counters.masked(text)));
    }

    private static List<String> split(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKENS.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /// What the original has at the place of the first difference, and what the other has.
    record Departure(String original, String now) {}
}
