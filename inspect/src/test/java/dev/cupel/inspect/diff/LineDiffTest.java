package dev.cupel.inspect.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LineDiffTest {
    @Test
    void what_differs_is_told_in_unified_form() {
        assertThat(new LineDiff(List.of("a", "b", "c"), List.of("a", "B", "c")).unified("x", "y"))
                .isEqualTo(List.of("--- x", "+++ y", "@@ -1,3 +1,3 @@", " a", "-b", "+B", " c"));
        assertThat(new LineDiff(List.of("a"), List.of("a")).unified("x", "y")).isEmpty();
    }

    @Test
    @Timeout(10)
    void texts_made_to_exhaust_a_search_are_told_as_changed_as_a_whole() {
        List<String> before = lines("a");
        List<String> after = lines("b");

        List<String> told = new LineDiff(before, after).unified("x", "y");

        assertThat(told).hasSize(3 + 2 + before.size() - 2 + after.size() - 2);
        assertThat(told.subList(2, 5)).isEqualTo(List.of("@@ -1,200002 +1,200002 @@", " first", "-a0"));
        assertThat(told.getLast()).isEqualTo(" last");
    }

    private static List<String> lines(String letter) {
        Stream<String> middle = IntStream.range(0, 200_000).mapToObj(i -> letter + i);
        return Stream.of(Stream.of("first"), middle, Stream.of("last")).flatMap(all -> all).toList();
    }
}
