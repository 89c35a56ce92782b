package dev.cupel.lint.fix;

import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.rule.Edit;
import dev.cupel.lint.rule.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Applies the edits of findings. Of two that touch the same place the later finding's waits for another round.
public record Edits(SourceText source) {

    /// The text with all edits that do not touch each other, and how many findings they mend.
    public record Mended(SourceText source, int findings) {}

    public Mended apply(List<Finding> findings) {
        List<Edit> taken = new ArrayList<>();
        int mended = 0;
        for (Finding finding : findings) {
            boolean free = finding.fix().stream().noneMatch(edit -> taken.stream().anyMatch(other -> touch(edit, other)));
            if (!finding.fix().isEmpty() && free) {
                taken.addAll(finding.fix());
                mended++;
            }
        }
        StringBuilder text = new StringBuilder(source.text());
        taken.stream()
                .sorted(Comparator.comparingInt((Edit edit) -> edit.span().start()).reversed())
                .forEach(edit -> text.replace(edit.span().start(), edit.span().end(), edit.replacement()));
        return new Mended(source.with(text.toString()), mended);
    }

    private static boolean touch(Edit one, Edit other) {
        return one.span().start() <= other.span().end() && other.span().start() <= one.span().end();
    }
}
