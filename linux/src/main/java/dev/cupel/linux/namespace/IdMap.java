package dev.cupel.linux.namespace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Which users, or which groups, a user namespace has, and who they are outside (user_namespaces(7), "User and group ID mappings").
public record IdMap(List<Range> ranges) {
    private static final long EVERYONE = 0xffff_ffffL; // all ids but -1

    /// Ids that follow one another, inside and outside.
    ///
    /// @param inside the first id in the namespace
    /// @param outside the same one in the namespace that looks at the map
    public record Range(long inside, long outside, long count) {}

    public IdMap {
        ranges = List.copyOf(ranges);
    }

    /// Root alone, who is `id` outside.
    static IdMap rootIs(long id) {
        return new IdMap(List.of(new Range(0, id, 1)));
    }

    /// The same, and behind the ids there are, as many as these subordinate ranges have.
    IdMap with(List<SubordinateIds.Range> more) {
        List<Range> all = new ArrayList<>(ranges);
        for (SubordinateIds.Range range : more) {
            Range last = all.getLast();
            all.add(new Range(last.inside + last.count, range.first(), range.count()));
        }
        return new IdMap(all);
    }

    /// Reads `/proc/PID/uid_map` or `gid_map`.
    static IdMap parse(String text) {
        return new IdMap(text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(IdMap::range).toList());
    }

    private static Range range(String line) {
        String[] numbers = line.split(" +", -1);
        return new Range(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }

    public boolean has(long id) {
        return ranges.stream().anyMatch(range -> id >= range.inside && id - range.inside < range.count);
    }

    /// The last id of those that follow root without a gap.
    public long last() {
        long next = 0;
        for (Range range : ranges.stream().sorted(Comparator.comparingLong(Range::inside)).toList()) {
            next = range.inside == next ? next + range.count : next;
        }
        return next - 1;
    }

    /// Whether it is the map of the namespace that a machine begins with: everyone is who he is.
    boolean isWhole() {
        return ranges.equals(List.of(new Range(0, 0, EVERYONE)));
    }

    /// As the kernel and newuidmap(1) take it.
    @Override
    public String toString() {
        return ranges.stream()
                .map(one -> one.inside + " " + one.outside + " " + one.count)
                .collect(Collectors.joining("\n"));
    }
}
