package dev.cupel.cli.answer;

import dev.cupel.slim.report.SlimReport;
import dev.cupel.slim.report.Verdict;
import java.util.List;

/// What slimming an image came to; all else is in `report.json`.
///
/// @param published where the result is now; empty if it did not verify
/// @param differences that the last verification found, as sentences
/// @param report the directory of the reports
public record Refined(
        Verdict verdict,
        List<Copied> published,
        SlimReport.Measure original,
        SlimReport.Measure slim,
        int rounds,
        List<String> differences,
        String report)
        implements Answer {
    public Refined {
        published = List.copyOf(published);
        differences = List.copyOf(differences);
    }

    @Override
    public List<String> lines() {
        return published.stream().flatMap(one -> one.lines().stream()).toList();
    }
}
