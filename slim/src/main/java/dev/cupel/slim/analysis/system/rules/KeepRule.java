package dev.cupel.slim.analysis.system.rules;

import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.system.glob.Glob;
import java.util.List;

/// One rule: when any of its conditions holds, all that it keeps must stay.
///
/// @param id stable, printed in reports
/// @param but what of it does not stay by this rule
/// @param from the leanest mode in which it holds
record KeepRule(String id, String why, Mode from, List<Condition> when, List<Kept> keep, List<Glob> but) {
    KeepRule {
        when = List.copyOf(when);
        keep = List.copyOf(keep);
        but = List.copyOf(but);
    }

    boolean holdsIn(Mode mode) {
        return mode.compareTo(from) >= 0;
    }
}
