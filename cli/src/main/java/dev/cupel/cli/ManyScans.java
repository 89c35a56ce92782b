package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.CupelException;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.parallel.FanOut;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.inventory.InventorySource;
import dev.cupel.vulnerability.database.AdvisoryDatabase;
import dev.cupel.vulnerability.report.ScansReport;
import dev.cupel.vulnerability.scan.ScanReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Scans many images, several at once. One that cannot be scanned does not end it.
///
/// @param database opened once for each image: an open one is for one thread
record ManyScans(Path database, Images images, TerminalProgress progress) {
    /// Scans one image with an open database.
    interface One {
        ScanReport of(InventorySource source, AdvisoryDatabase open) throws IOException;
    }

    private record Outcome(Optional<ScanReport> report, Optional<ScansReport.Failure> failure) {}

    ScansReport of(List<ImageReference> references, One scan) throws IOException {
        progress.step("scanning " + references.size() + " images");
        AtomicInteger done = new AtomicInteger();
        List<FanOut.Task<Outcome>> tasks = new ArrayList<>();
        for (ImageReference one : references) {
            tasks.add(() -> {
                Outcome outcome = outcome(one, scan);
                progress.advance(done.incrementAndGet(), references.size());
                return outcome;
            });
        }
        List<Outcome> outcomes = new FanOut(Runtime.getRuntime().availableProcessors()).all(tasks);
        return new ScansReport(
                ScanReport.SCHEMA_VERSION,
                outcomes.stream().flatMap(one -> one.report().stream()).toList(),
                outcomes.stream().flatMap(one -> one.failure().stream()).toList());
    }

    private Outcome outcome(ImageReference reference, One scan) throws IOException {
        try (AdvisoryDatabase open = AdvisoryDatabase.open(database)) {
            return new Outcome(Optional.of(scan.of(new InventorySource.OfImage(reference), open)), Optional.empty());
        } catch (CupelException e) {
            return new Outcome(Optional.empty(), Optional.of(new ScansReport.Failure(reference.toString(), String.valueOf(e.getMessage()))));
        }
    }
}
