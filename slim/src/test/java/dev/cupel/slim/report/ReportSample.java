package dev.cupel.slim.report;

import dev.cupel.slim.report.SlimReport.DroppedRow;
import dev.cupel.slim.report.SlimReport.KeptRow;
import dev.cupel.slim.report.SlimReport.LayerRow;
import dev.cupel.slim.report.SlimReport.Measure;
import dev.cupel.slim.report.SlimReport.PackageRow;
import dev.cupel.slim.report.SlimReport.ProbeRow;
import dev.cupel.slim.report.SlimReport.RecordingRow;
import dev.cupel.slim.report.SlimReport.Round;
import dev.cupel.slim.report.SlimReport.RunFacts;
import dev.cupel.slim.report.SlimReport.Step;
import dev.cupel.slim.report.SlimReport.Subject;
import java.util.List;
import java.util.Optional;

/// Reports to test with.
final class ReportSample {
    private ReportSample() {}

    static SlimReport small() {
        return new SlimReport(
                SlimReport.SCHEMA_VERSION,
                "cupel test",
                Verdict.VERIFIED,
                "All is well.",
                new Subject("app:1", "sha256:a", "sha256:b", "linux/amd64"),
                Optional.of(new Subject("app:1-cupel", "sha256:c", "sha256:d", "linux/amd64")),
                new Measure(1000, 500, 3, 1, Optional.of(120L)),
                new Measure(42, 40, 1, 1, Optional.of(90L)),
                new RunFacts("safe", "runc", List.of("/app"), List.of("ebpf"), true, 0, List.of(), List.of("tcp/80"), List.of("10.0.0.2:5432"),
                        List.of("openat"), List.of("CAP_CHOWN"), List.of("/var/log/app.log"), Optional.of(0.98)),
                List.of(new RecordingRow("prod.jsonl", List.of("tetragon"), 10, 8, 1, 2, 3, false, List.of("it lost events"))),
                List.of(new Step("start", 0, 120)),
                List.of(new Round(1, true, List.of(), List.of())),
                List.of(new ProbeRow("1", "GET /</script><b>", "200", "200", true, true, 4)),
                List.of(new LayerRow("RUN x", "sha256:e", 1000, 42, false)),
                List.of(new PackageRow("perl", "5.36", "deb", 3, 1, 1000, 42)),
                List.of("rule shell: scripts expect it"),
                List.of(new KeptRow("/usr/bin/env", 42, List.of(0))),
                List.of(new DroppedRow("/usr/share/doc", 958, 2)),
                Optional.empty());
    }
}
