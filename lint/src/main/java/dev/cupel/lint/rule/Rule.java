package dev.cupel.lint.rule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One rule as `--explain` tells it.
///
/// @param also names under which other linters know it
/// @param level the lowest profile that applies it
/// @param stock whether it applies without a configuration that asks for it
/// @param title what is wrong, in a few words
/// @param why what comes of it
/// @param fix what to do
/// @param links where to read on; the standards that it belongs to come first
public record Rule(
        String id,
        List<String> also,
        Severity severity,
        Profile level,
        Target target,
        boolean stock,
        String title,
        String why,
        String fix,
        List<String> links) {
    public Rule {
        also = List.copyOf(also);
        links = Stream.concat(Stream.concat(Stream.of(id), also.stream()).flatMap(Rule::standard), links.stream()).toList();
    }

    /// Whether `name` is one of its names; case does not count.
    public boolean isCalled(String name) {
        return id.equalsIgnoreCase(name) || also.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static Stream<String> standard(String id) {
        if (id.startsWith("DL")) {
            return Stream.of("https://github.com/hadolint/hadolint/wiki/" + id);
        }
        if (id.startsWith("CIS-DI") || id.startsWith("DKL")) {
            return Stream.of("https://github.com/goodwithtech/dockle/blob/master/CHECKPOINT.md#" + id.toLowerCase(Locale.ROOT));
        }
        if (id.startsWith("CUP") || id.startsWith("ID.") || id.startsWith("CIS-4.")) {
            return Stream.empty();
        }
        String kebab = id.replaceAll("(?<=[a-z])(?=[A-Z])", "-").replaceAll("(?<=[A-Z])(?=[A-Z][a-z])", "-").toLowerCase(Locale.ROOT);
        return Stream.of("https://docs.docker.com/reference/build-checks/" + kebab + "/");
    }
}
