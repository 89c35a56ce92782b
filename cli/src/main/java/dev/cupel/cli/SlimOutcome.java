package dev.cupel.cli;

import dev.cupel.cli.answer.Copied;
import dev.cupel.cli.answer.Refined;
import dev.cupel.cli.terminal.Words;
import dev.cupel.image.Printable;
import dev.cupel.image.exchange.ResolvedImage;
import dev.cupel.image.file.ReplacedFile;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.sink.Written;
import dev.cupel.image.store.ContentStore;
import dev.cupel.inventory.sbom.BillOfMaterials;
import dev.cupel.inventory.sbom.CycloneDx;
import dev.cupel.slim.report.ReportArchive;
import dev.cupel.slim.report.ReportJson;
import dev.cupel.slim.report.ReportOf;
import dev.cupel.slim.report.ReportPage;
import dev.cupel.slim.report.RunTimeUse;
import dev.cupel.slim.report.SlimReport;
import dev.cupel.slim.report.Verdict;
import dev.cupel.slim.slimming.SlimRequest;
import dev.cupel.slim.slimming.Slimmed;
import dev.cupel.slim.slimming.Timeline;
import dev.cupel.vulnerability.comparison.VulnerabilityDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells what `cupel slim` came to: three files, a summary, and the last line.
///
/// @param written where the result went; empty if it was not published
record SlimOutcome(
        ResolvedImage resolved, Slimmed slimmed, SlimRequest request, Timeline timeline, ContentStore store, List<Written> written) {
    private static final int DIFFERENCES_SHOWN = 10;

    /// Writes `report.json`, `report.html` and `sbom.cdx.json`, and keeps the report for `cupel explain`. Where vulnerabilities are known,
    /// the statements about them, too; else none of an earlier run stays beside it.
    SlimReport writeTo(Path directory, ReportArchive archive, Optional<SlimVulnerabilities> vulnerabilities, Instant now) throws IOException {
        Files.createDirectories(directory);
        Optional<SlimReport.Subject> result = written.isEmpty()
                ? Optional.empty()
                : Optional.of(subject(written.getFirst().reference(), slimmed.image()));
        SlimReport report = new ReportOf(slimmed, request, timeline, new Version().getVersion()[0], store)
                .report(subject(request.sourceName(), resolved.image()), result)
                .with(vulnerabilities.map(SlimVulnerabilities::diff));
        if (vulnerabilities.isPresent()) {
            vulnerabilities.get().writeStatements(directory, request.sourceName(), slimmed.image().manifest().digest(), written, now);
        } else {
            Files.deleteIfExists(directory.resolve(SlimVulnerabilities.FILE));
        }
        new ReportJson().write(report, directory.resolve("report.json"));
        new ReportPage().write(report, directory.resolve("report.html"));
        byte[] bill = bill().json();
        new ReplacedFile(directory.resolve("sbom.cdx.json")).write(out -> out.write(bill));
        archive.keep(slimmed.image().manifest().digest(), report);
        archive.keep(slimmed.image().configBlob().digest(), report);
        RunTimeUse use = RunTimeUse.of(report);
        if (!use.used().isEmpty()) {
            archive.keep(use, Stream.of(resolved.image(), slimmed.image()).flatMap(one -> Stream.of(one.manifest().digest(), one.configBlob().digest())).toList());
        }
        return report;
    }

    Refined answer(SlimReport report, Path directory) {
        List<Copied> published = written.stream()
                .map(one -> new Copied(
                        one.reference(),
                        one.manifest().orElse(slimmed.image().configBlob().digest()).toString(),
                        one.change().stream().toList()))
                .toList();
        List<String> differences = report.rounds().isEmpty() ? List.of() : report.rounds().getLast().differences();
        return new Refined(
                report.verdict(), published, report.original(), report.slim(), report.rounds().size(), differences, directory.toString());
    }

    /// The summary for people.
    void summarize(SlimReport report, Path directory, PrintWriter err) {
        SlimReport.Measure before = report.original();
        SlimReport.Measure after = report.slim();
        err.printf("%n  %s → %s  (%s)%n", Words.size(before.bytes()), Words.size(after.bytes()), Words.cut(before.bytes(), after.bytes()));
        err.printf("  %,d files → %,d%n", before.files(), after.files());
        if (before.readyMillis().isPresent() && after.readyMillis().isPresent()) {
            err.printf("  ready in %s, before %s%n", time(after.readyMillis().get()), time(before.readyMillis().get()));
        }
        report.run().coverage().ifPresent(share -> err.printf("  coverage: one more probe would use no new file with %.0f %% probability (estimate)%n", 100 * share));
        report.vulnerabilities().ifPresent(diff -> tell(diff, err));
        err.println("  " + verdict(report));
        if (report.verdict() == Verdict.FAILED) {
            report.rounds().getLast().differences().stream().limit(DIFFERENCES_SHOWN).forEach(text -> err.println("    - " + Printable.of(text)));
            err.println(written.isEmpty() ? "  Nothing was published. --force publishes it all the same; --keep PATH keeps more." : "  Published because of --force.");
        }
        if (!report.run().complete()) {
            long lost = report.run().lostEvents();
            err.println(
                    lost > 0
                            ? "  Not all was seen: %d events were lost; why is in the report. Run it again on a quieter machine.".formatted(lost)
                            : "  Not all can be seen here; why is in the report.");
        }
        slimmed.runs().ifPresent(runs -> runs.original().remarks().forEach(remark -> err.println("  " + Printable.of(remark))));
        report.recordings().forEach(one -> tell(one, err));
        written.forEach(one -> one.change().ifPresent(text -> err.println("  " + text)));
        err.println("  report: " + directory.resolve("report.html"));
        err.flush();
    }

    private static void tell(VulnerabilityDiff diff, PrintWriter err) {
        diff.warnings().forEach(text -> err.println("  " + Printable.of(text)));
        err.println("  vulnerabilities: " + diff.summary());
    }

    private static void tell(SlimReport.RecordingRow one, PrintWriter err) {
        String unidentified = one.unidentified() == 0 ? "" : " (%,d of them tell no image)".formatted(one.unidentified());
        err.printf(
                "  recording %s (%s): %,d events, %,d used%s, %,d of other images or the host left out%n",
                Printable.of(one.name()), Printable.of(String.join(", ", one.tools())), one.events(), one.used(), unidentified, one.leftOut());
        if (!one.complete()) {
            err.println("    It is incomplete: what was lost may be missing from the image.");
        }
        one.remarks().forEach(text -> err.println("    - " + Printable.of(text)));
    }

    private static String verdict(SlimReport report) {
        long same = report.probes().stream().filter(SlimReport.ProbeRow::same).count();
        return switch (report.verdict()) {
            case VERIFIED -> "verified: %d of %d probes answered alike, %d round(s)".formatted(same, report.probes().size(), report.rounds().size());
            case FAILED -> "NOT verified after %d round(s); it differs:".formatted(report.rounds().size());
            case UNVERIFIED -> "not run: nothing is proven";
        };
    }

    private CycloneDx bill() throws IOException {
        String name = written.isEmpty() ? request.sourceName() : written.getFirst().reference();
        return new CycloneDx(new BillOfMaterials(
                name, Optional.of(slimmed.image().manifest().digest()), slimmed.image().config().created(), slimmed.left(), false));
    }

    private static SlimReport.Subject subject(String reference, Image image) {
        return new SlimReport.Subject(
                reference,
                image.manifest().digest().toString(),
                image.configBlob().digest().toString(),
                image.config().platform().toString());
    }

    private static String time(long millis) {
        return Words.time(Duration.ofMillis(millis));
    }
}
