package dev.cupel.lint.report;

import dev.cupel.inventory.secret.SecretMask;
import dev.cupel.lint.rule.Edit;
import dev.cupel.lint.rule.Finding;
import java.util.List;

/// A fix as far as a report may tell it: one that repeats a secret of the file is left to `--fix`.
final class ToldFix {
    private ToldFix() {}

    static List<Edit> of(Finding finding) {
        boolean secret = finding.fix().stream().map(Edit::replacement).anyMatch(text -> !SecretMask.of(text).equals(text));
        return secret ? List.of() : finding.fix();
    }
}
