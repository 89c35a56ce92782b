package dev.cupel.lint.report;

import static dev.cupel.lint.report.JsonReport.ordered;

import dev.cupel.lint.LintResult;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.Rule;
import dev.cupel.lint.rule.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Results as SARIF 2.1.0 (OASIS, errata 01), as code hosts read it.
final class SarifReport {
    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private SarifReport() {}

    static Map<String, Object> of(List<LintResult> results, String version) {
        List<Rule> rules = results.stream().flatMap(result -> result.findings().stream()).map(Finding::rule).distinct().toList();
        Map<String, Object> driver = ordered("name", "cupel", "semanticVersion", version, "rules", rules.stream().map(SarifReport::rule).toList());
        List<Map<String, Object>> found = results.stream()
                .flatMap(result -> result.findings().stream().map(finding -> result(result, finding, rules.indexOf(finding.rule()))))
                .toList();
        Map<String, Object> run = ordered("tool", ordered("driver", driver), "columnKind", "utf16CodeUnits", "results", found);
        return ordered("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run));
    }

    private static Map<String, Object> rule(Rule rule) {
        Map<String, Object> map = ordered(
                "id", rule.id(),
                "shortDescription", ordered("text", rule.title()),
                "fullDescription", ordered("text", rule.why()),
                "help", ordered("text", rule.fix()),
                "defaultConfiguration", ordered("level", level(rule.severity())),
                "properties", ordered("tags", rule.also()));
        rule.links().stream().findFirst().ifPresent(link -> map.put("helpUri", link));
        return map;
    }

    private static Map<String, Object> result(LintResult result, Finding finding, int index) {
        Map<String, Object> map = ordered(
                "ruleId", finding.rule().id(),
                "ruleIndex", index,
                "level", level(finding.severity()),
                "message", ordered("text", finding.message() + ". " + finding.rule().fix()),
                "locations", List.of(location(result, finding.place())));
        if (!ToldFix.of(finding).isEmpty()) {
            List<Map<String, Object>> replacements = ToldFix.of(finding).stream()
                    .map(edit -> ordered(
                            "deletedRegion", JsonReport.region(result.source(), edit.span()),
                            "insertedContent", ordered("text", edit.replacement())))
                    .toList();
            Map<String, Object> change = ordered("artifactLocation", artifact(result), "replacements", replacements);
            map.put("fixes", List.of(ordered("description", ordered("text", finding.rule().fix()), "artifactChanges", List.of(change))));
        }
        return map;
    }

    private static Map<String, Object> location(LintResult result, Finding.Place place) {
        if (place instanceof Finding.Place.InFile(var span)) {
            return ordered("physicalLocation", ordered("artifactLocation", artifact(result), "region", JsonReport.region(result.source(), span)));
        }
        return ordered("logicalLocations", List.of(ordered("fullyQualifiedName", TextReport.place(result, place), "kind", "resource")));
    }

    private static Map<String, Object> artifact(LintResult result) {
        return ordered("uri", uri(result.name()));
    }

    /// A path as a relative reference, or a file address if it is absolute; what an address may not hold is escaped.
    private static String uri(String name) {
        StringBuilder out = new StringBuilder(name.startsWith("/") ? "file://" : "");
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "/-._~".indexOf(b) >= 0);
            out.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
        }
        return out.toString();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
