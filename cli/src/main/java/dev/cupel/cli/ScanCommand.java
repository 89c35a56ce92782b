package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.CupelException;
import dev.cupel.image.exchange.Images;
import dev.cupel.inventory.InventorySource;
import dev.cupel.vulnerability.database.AdvisoryDatabase;
import dev.cupel.vulnerability.report.ScanFormat;
import dev.cupel.vulnerability.scan.DatabaseAge;
import dev.cupel.vulnerability.scan.Scan;
import dev.cupel.vulnerability.scan.ScanReport;
import dev.cupel.vulnerability.scan.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel scan`: the vulnerabilities of an image, and what to do about them.
@Command(
        name = "scan",
        description = "Find known vulnerabilities; tell what matters and what to do.",
        abbreviateSynopsis = true,
        footer = {"", "Exit code 6: nothing in the image says what it is made of, so nothing can be said."})
final class ScanCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "IMAGE", description = "The image; dir:PATH, a root file system; sbom:FILE, a bill of materials (CycloneDX, SPDX or syft JSON).")
    private InventorySource source;

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES} (default: text).")
    private ScanFormat format = ScanFormat.JSON;

    @Option(names = "--max-age", paramLabel = "AGE", description = "Warn of a database older than 12h, 7d, 2w (default: 7d).")
    private Duration limit = DatabaseAge.USUAL_LIMIT;

    @Option(names = "--no-watch", description = "Do not remember the image for cupel watch.")
    private boolean unwatched;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private OutputFile output;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private PlatformOption platform;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    ScanCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        output.requireWritable();
        try (AdvisoryDatabase open = database.open(workspace);
                TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                Images images = sources.images(workspace.store(), progress)) {
            ScanSubject subject = ScanSubject.of(source, images, workspace.memo(images.store()), platform.chosen());
            Scan scan = new Scan(open, Version.number(), workspace.clock().instant(), limit);
            ScanReport report = scan.of(subject.inventory(), subject.circumstances());
            progress.done();
            output.print(spec, out -> out.print(format.of(report)));
            if (!unwatched && source instanceof InventorySource.OfImage(var image) && image.named().isPresent()) {
                remember(subject, report);
            }
            return report.verdict() == Verdict.CANNOT_TELL ? ExitCode.CANNOT_TELL : ExitCode.DONE;
        }
    }

    /// That it cannot be remembered does not make the scan less true.
    private void remember(ScanSubject subject, ScanReport report) {
        try {
            workspace.watchlist(spec.commandLine().getErr()).remember(subject.watched(Map.of(), workspace.clock().instant()), report);
        } catch (IOException | CupelException e) {
            spec.commandLine().getErr().println("cupel: The image is not remembered for cupel watch: " + e.getMessage());
        }
    }
}
