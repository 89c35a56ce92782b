package dev.cupel.inspect.base;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tags of the same kind as one, with higher numbers: `12.7-slim` and `13.0-slim` of `12.5-slim`, neither `13` nor `13.0`.
record NewerTags(String tag) {
    private static final Pattern NUMBERS = Pattern.compile("(v?)(\\d{1,9}(?:\\.\\d{1,9}){0,4})((?:[-_].*)?)");

    /// The highest first; none where the tag has no number.
    List<String> of(List<String> tags) {
        Matcher mine = NUMBERS.matcher(tag);
        if (!mine.matches()) {
            return List.of();
        }
        List<String> newer = new ArrayList<>();
        for (String other : tags) {
            Matcher its = NUMBERS.matcher(other);
            boolean alike = its.matches() && its.group(1).equals(mine.group(1)) && its.group(3).equals(mine.group(3)) && parts(its.group(2)).size() == parts(mine.group(2)).size();
            if (alike && order().compare(other, tag) > 0) {
                newer.add(other);
            }
        }
        newer.sort(order().reversed());
        return newer;
    }

    private static Comparator<String> order() {
        return (one, other) -> {
            List<Integer> a = numbers(one);
            List<Integer> b = numbers(other);
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                int order = a.get(i).compareTo(b.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(a.size(), b.size());
        };
    }

    private static List<Integer> numbers(String tag) {
        Matcher matcher = NUMBERS.matcher(tag);
        return matcher.matches() ? parts(matcher.group(2)) : List.of();
    }

    private static List<Integer> parts(String numbers) {
        return Stream.of(numbers.split("\\.")).map(Integer::valueOf).toList();
    }
}
