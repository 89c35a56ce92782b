package dev.cupel.inventory.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A version as Semantic Versioning writes it: numbers parted by dots, `-` and what comes before the release, `+` and what is told of the build.
/// A leading `v` or `=` is passed over, and missing numbers are zero. What stands behind the numbers without a hyphen is read as a pre-release.
///
/// @param numbers at least one
/// @param early the identifiers behind the hyphen, empty for a release
/// @param build the identifiers behind the plus, or empty
/// @param wellFormed whether it is written as the specification says, but for the leading `v` and the count of numbers
record Semantic(List<String> numbers, List<String> early, List<String> build, boolean wellFormed) {
    Semantic {
        numbers = List.copyOf(numbers);
        early = List.copyOf(early);
        build = List.copyOf(build);
    }

    /// Empty if it does not begin with a number.
    static Optional<Semantic> read(String text) {
        Scan scan = new Scan(text);
        scan.take("=");
        if (scan.peek() == 'v' || scan.peek() == 'V') {
            scan.next();
        }
        if (!scan.atDigit()) {
            return Optional.empty();
        }
        List<String> numbers = new ArrayList<>();
        do {
            numbers.add(scan.digits());
        } while (Scan.isDigit(scan.peek(1)) && scan.take("."));
        return Optional.of(withTail(numbers, scan));
    }

    private static Semantic withTail(List<String> numbers, Scan scan) {
        boolean hyphen = scan.take("-");
        String tail = scan.rest();
        int plus = tail.indexOf('+');
        String early = plus < 0 ? tail : tail.substring(0, plus);
        List<String> identifiers = hyphen || !early.isEmpty() ? identifiers(early) : List.of();
        List<String> build = plus < 0 ? List.of() : identifiers(tail.substring(plus + 1));
        boolean wellFormed = hyphen != early.isEmpty() && areWellFormed(identifiers) && areWellFormed(build);
        return new Semantic(numbers, identifiers, build, wellFormed);
    }

    private static boolean areWellFormed(List<String> identifiers) {
        return identifiers.stream().allMatch(identifier -> Scan.isMadeOf(identifier, "-"));
    }

    private static List<String> identifiers(String text) {
        List<String> identifiers = new ArrayList<>();
        int start = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
            identifiers.add(text.substring(start, dot));
            start = dot + 1;
        }
        identifiers.add(text.substring(start));
        return identifiers;
    }
}
