package dev.cupel.lint.report;

import dev.cupel.lint.LintResult;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.dockerfile.Span;
import dev.cupel.lint.rule.Edit;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.Severity;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;

/// Results as JSON; its keys are API.
final class JsonReport {
    private JsonReport() {}

    static Map<String, Object> of(List<LintResult> results) {
        return ordered("schema", "cupel-lint/1", "results", results.stream().map(JsonReport::result).toList());
    }

    private static Map<String, Object> result(LintResult result) {
        return ordered(
                "name", result.name(),
                "kind", result.image() ? "image" : "dockerfile",
                "errors", result.count(Severity.ERROR),
                "warnings", result.count(Severity.WARNING),
                "remarks", result.count(Severity.INFO),
                "ignored", result.ignored(),
                "findings", result.findings().stream().map(finding -> finding(result, finding)).toList());
    }

    private static Map<String, Object> finding(LintResult result, Finding finding) {
        return ordered(
                "id", finding.rule().id(),
                "also", finding.rule().also(),
                "severity", finding.severity().toString(),
                "message", finding.message(),
                "place", place(result.source(), finding.place()),
                "why", finding.rule().why(),
                "fix", finding.rule().fix(),
                "links", finding.rule().links(),
                "edits", ToldFix.of(finding).stream().map(edit -> edit(result.source(), edit)).toList());
    }

    private static Map<String, Object> edit(SourceText source, Edit edit) {
        Map<String, Object> map = region(source, edit.span());
        map.put("replacement", edit.replacement());
        return map;
    }

    private static Map<String, Object> place(SourceText source, Finding.Place place) {
        return switch (place) {
            case Finding.Place.InFile(var span) -> region(source, span);
            case Finding.Place.InHistory(int step) -> ordered("history", step);
            case Finding.Place.AtPath(String path) -> ordered("path", path);
            case Finding.Place.InConfig(String key) -> ordered("config", key);
        };
    }

    /// Lines and columns from 1; the end column is the first one behind.
    static Map<String, Object> region(SourceText source, Span span) {
        var start = source.position(span.start());
        var end = source.position(span.end());
        return ordered("startLine", start.line(), "startColumn", start.column(), "endLine", end.line(), "endColumn", end.column());
    }

    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
