package dev.cupel.cli.answer;

import java.util.List;
import java.util.stream.Stream;

/// Whether two images behave alike.
///
/// @param alike they do, and nothing of it went unseen
/// @param decided false where no difference was found, but the second was not seen whole
/// @param answers how many questions both were asked
/// @param differences between the answers, as sentences
/// @param missed what the second asked for in vain although the first has it, as sentences
public record Compared(boolean alike, boolean decided, int answers, List<String> differences, List<String> missed) implements Answer {
    public Compared {
        differences = List.copyOf(differences);
        missed = List.copyOf(missed);
    }

    @Override
    public List<String> lines() {
        return Stream.concat(
                        Stream.concat(differences.stream(), missed.stream()).map(text -> "- " + text),
                        Stream.of(alike ? "alike: all " + answers + " answers" : decided ? "different" : "not decided"))
                .toList();
    }
}
