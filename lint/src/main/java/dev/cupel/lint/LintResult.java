package dev.cupel.lint;

import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.Severity;
import dev.cupel.lint.rule.Threshold;
import java.util.List;

/// What was found in one file or image.
///
/// @param name as the person called it
/// @param source of a Dockerfile; an empty text for an image
/// @param image whether it is one
/// @param findings in the order of the file
/// @param ignored how many were found and ignored
public record LintResult(String name, SourceText source, boolean image, List<Finding> findings, int ignored) {
    public LintResult {
        findings = List.copyOf(findings);
    }

    public long count(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    public boolean reaches(Threshold threshold) {
        return findings.stream().anyMatch(finding -> threshold.isReachedBy(finding.severity()));
    }
}
