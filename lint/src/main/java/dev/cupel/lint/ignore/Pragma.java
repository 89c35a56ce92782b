package dev.cupel.lint.ignore;

import dev.cupel.lint.dockerfile.Span;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.Rule;
import java.util.List;

/// A comment or directive that says what to ignore.
///
/// @param ids rules by any of their names; `all` for every one
/// @param scope where
/// @param place of the comment
/// @param reason empty if none is given
/// @param own whether it is Cupel's, which needs a reason and an effect
record Pragma(List<String> ids, Span scope, Span place, String reason, boolean own) {
    Pragma {
        ids = List.copyOf(ids);
    }

    boolean covers(Finding finding) {
        return finding.place() instanceof Finding.Place.InFile(Span span) && span.start() >= scope.start() && span.start() <= scope.end() && names(finding.rule());
    }

    private boolean names(Rule rule) {
        return ids.stream().anyMatch(id -> id.equalsIgnoreCase("all") || rule.isCalled(id));
    }
}
