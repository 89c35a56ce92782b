package dev.cupel.lint.report;

import dev.cupel.lint.LintResult;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// How results are written.
public enum ReportFormat {
    TEXT,
    JSON,
    SARIF;

    /// `version` is Cupel's.
    public void write(List<LintResult> results, String version, TextReport text, PrintWriter out) {
        switch (this) {
            case TEXT -> text.write(results, out);
            case JSON -> out.println(pretty(JsonReport.of(results)));
            case SARIF -> out.println(pretty(SarifReport.of(results, version)));
        }
    }

    private static String pretty(Object value) {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
