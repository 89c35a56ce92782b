package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.CupelException;
import dev.cupel.image.exchange.Images;
import dev.cupel.inventory.InventorySource;
import dev.cupel.vulnerability.database.AdvisoryDatabase;
import dev.cupel.vulnerability.database.Source;
import dev.cupel.vulnerability.database.SourceKind;
import dev.cupel.vulnerability.engine.ScanEngine;
import dev.cupel.vulnerability.gate.Ruling;
import dev.cupel.vulnerability.panel.Panel;
import dev.cupel.vulnerability.report.ScanFormat;
import dev.cupel.vulnerability.report.TextReport;
import dev.cupel.vulnerability.scan.DatabaseAge;
import dev.cupel.vulnerability.scan.Scan;
import dev.cupel.vulnerability.scan.ScanReport;
import dev.cupel.vulnerability.scan.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
    private ScanFormat format = ScanFormat.TEXT;

    @Option(names = "--max-age", paramLabel = "AGE", description = "Warn of a database older than 12h, 7d, 2w (default: 7d).")
    private Duration limit = DatabaseAge.USUAL_LIMIT;

    @Option(names = "--full", description = "As text: list everything, also what nothing can be done about.")
    private boolean full;

    @Mixin
    private EngineOptions engines;

    @Mixin
    private DecisionOptions decisions;

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
        Instant now = workspace.clock().instant();
        DecisionOptions.Demands demands = decisions.read(spec, now);
        List<ScanEngine> others = new ArrayList<>(engines.programs(workspace.environment(), spec));
        try (AdvisoryDatabase open = database.open(workspace);
                TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                Images images = sources.images(workspace.store(), progress)) {
            ScanSubject subject = ScanSubject.of(source, images, workspace.memo(images.store()), workspace.reports(), platform.chosen());
            Scan scan = new Scan(open, Version.number(), now, limit);
            ScanReport own = demands.decisions().apply(scan.of(subject.inventory(), subject.circumstances()));
            others.addAll(engines.adapters(source, own.subject()));
            ScanReport report = new Panel(others).ask(own, subject.inventory());
            progress.done();
            output.print(spec, out -> out.print(full && format == ScanFormat.TEXT ? new TextReport(report, true).text() : format.of(report)));
            if (!unwatched && source instanceof InventorySource.OfImage(var image) && image.named().isPresent()) {
                remember(subject, report);
            }
            Set<SourceKind> kinds = open.sources().stream().map(Source::kind).collect(Collectors.toSet());
            return verdict(report, demands.gates().stream().map(gate -> gate.judge(report, demands.known(), kinds, now)).toList());
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

    /// A gate that says no counts most; then that there is nothing to judge by; then a gate that lacks what it asks for.
    private int verdict(ScanReport report, List<Ruling> rulings) {
        PrintWriter err = spec.commandLine().getErr();
        rulings.forEach(one -> err.println("  " + one.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + one.gate() + ": " + one.told()));
        err.flush();
        if (rulings.stream().anyMatch(one -> one.outcome() == Ruling.Outcome.FAILED)) {
            return ExitCode.REFUSED;
        }
        if (report.verdict() == Verdict.CANNOT_TELL) {
            return ExitCode.CANNOT_TELL;
        }
        return rulings.stream().anyMatch(one -> one.outcome() == Ruling.Outcome.CANNOT_TELL) ? ExitCode.ENVIRONMENT : ExitCode.DONE;
    }
}
