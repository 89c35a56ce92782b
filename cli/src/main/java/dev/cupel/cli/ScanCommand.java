package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.CupelException;
import dev.cupel.cli.value.RegistryHost;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.source.FoundImage;
import dev.cupel.inventory.InventorySource;
import dev.cupel.vulnerability.database.AdvisoryDatabase;
import dev.cupel.vulnerability.database.Source;
import dev.cupel.vulnerability.database.SourceKind;
import dev.cupel.vulnerability.engine.ScanEngine;
import dev.cupel.vulnerability.gate.Ruling;
import dev.cupel.vulnerability.panel.Panel;
import dev.cupel.vulnerability.report.ScanFormat;
import dev.cupel.vulnerability.report.ScansReport;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel scan`: the vulnerabilities of an image, and what to do about them.
@Command(
        name = "scan",
        description = "Find known vulnerabilities; tell what matters and what to do.",
        abbreviateSynopsis = true,
        footer = {"", "Exit code 6: nothing in the image says what it is made of, so nothing can be said."})
final class ScanCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "IMAGE", description = "The image; dir:PATH, a root file system; sbom:FILE, a bill of materials (CycloneDX, SPDX or syft JSON).")
    private Optional<InventorySource> named = Optional.empty();

    @Option(names = "--all", description = "Scan every image of Docker Engine instead, several at once, in one report.")
    private boolean all;

    @Option(names = "--all-of", paramLabel = "REGISTRY", description = "Scan every tag of a registry that lists them, in one report.")
    private Optional<RegistryHost> registry = Optional.empty();

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

    @Mixin
    private RecordingOptions recordings;

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
        boolean many = all || registry.isPresent();
        if (named.isPresent() == many) {
            throw new ParameterException(spec.commandLine(), many ? "--all and --all-of scan what is there; leave IMAGE out" : "Missing required parameter: 'IMAGE'");
        }
        if (recordings.areGiven() && !(named.orElse(null) instanceof InventorySource.OfImage)) {
            throw new ParameterException(spec.commandLine(), "--recording tells how one image was used; name the image");
        }
        output.requireWritable();
        Instant now = workspace.clock().instant();
        DecisionOptions.Demands demands = decisions.read(spec, now);
        named.ifPresent(one -> demands.from(one, spec));
        if (all && demands.attached() == VexPlaces.Attached.DEMANDED) {
            throw new ParameterException(spec.commandLine(), "--vex attached asks a registry, which --all does not; use --all-of");
        }
        List<ScanEngine> others = engines.programs(workspace.environment(), spec);
        try (AdvisoryDatabase open = database.open(workspace);
                TerminalProgress progress = workspace.progress(spec.commandLine().getErr());
                Images images = sources.images(workspace.store(), progress)) {
            Scanning scanning = new Scanning(images, demands, others, now);
            return named.isPresent() ? one(named.get(), scanning, open, progress) : many(scanning, open, progress);
        }
    }

    private int one(InventorySource source, Scanning scanning, AdvisoryDatabase open, TerminalProgress progress) throws IOException {
        ScanReport report = scanning.of(source, open);
        progress.done();
        output.print(spec, out -> out.print(full && format == ScanFormat.TEXT ? new TextReport(report, true).text() : format.of(report)));
        return verdict(List.of(report), scanning.rulings(report, open));
    }

    private int many(Scanning scanning, AdvisoryDatabase open, TerminalProgress progress) throws IOException {
        List<ImageReference> references = registry.isPresent() ? scanning.images().inRegistry(registry.get().text()) : scanning.images().inEngine();
        ScansReport report = new ManyScans(open.file(), scanning.images(), progress).of(references, scanning::of);
        progress.done();
        String text = switch (format) {
            case TEXT -> report.text();
            case JSON -> report.json();
            case SARIF -> report.sarif();
            case CYCLONEDX, JUNIT, MARKDOWN, HTML -> throw new ParameterException(spec.commandLine(), "of many images there is one report as text, json or sarif");
        };
        output.print(spec, out -> out.print(text));
        List<Ruling> rulings = new ArrayList<>();
        for (ScanReport one : report.images()) {
            scanning.rulings(one, open).stream().map(it -> it.of(one.subject().reference())).forEach(rulings::add);
        }
        int code = verdict(report.images(), rulings);
        return code == ExitCode.DONE && !report.failed().isEmpty() ? ExitCode.INPUT : code;
    }

    private record Scanned(ScanSubject subject, ScanReport report) {}

    /// How each image is scanned.
    private final class Scanning {
        private final Images images;
        private final DecisionOptions.Demands demands;
        private final List<ScanEngine> programs;
        private final Instant now;

        Scanning(Images images, DecisionOptions.Demands demands, List<ScanEngine> programs, Instant now) {
            this.images = images;
            this.demands = demands;
            this.programs = programs;
            this.now = now;
        }

        Images images() {
            return images;
        }

        ScanReport of(InventorySource asked, AdvisoryDatabase open) throws IOException {
            InventorySource source = demands.from(asked, spec);
            Scan scan = new Scan(open, Version.number(), now, limit);
            Scanned scanned = new ScanSubjects(images, workspace.memo(images.store()), this::use, platform.chosen())
                    .look(source, found -> new Scanned(found, scan.of(found.inventory(), found.circumstances()).noting(found.warnings())));
            ScanSubject subject = scanned.subject();
            ScanReport own = scan.advising(demands.decide(scanned.report(), source, images, platform.chosen()), subject.inventory());
            List<ScanEngine> panel = new ArrayList<>(programs);
            panel.addAll(engines.adapters(source, own.subject(), sources.settings()));
            ScanReport report = new Panel(panel).ask(own, subject.inventory());
            if (!unwatched && source instanceof InventorySource.OfImage(var image) && image.named().isPresent()) {
                remember(subject, report);
            }
            return report;
        }

        private KnownUse use(FoundImage found, ImageReference asked) throws IOException {
            KnownUse here = KnownUse.of(workspace.reports().use(found.image().configBlob().digest()));
            return recordings.areGiven() ? here.and(recordings.read(found.image(), asked), found.open().root()) : here;
        }

        List<Ruling> rulings(ScanReport report, AdvisoryDatabase open) {
            Set<SourceKind> kinds = open.sources().stream().map(Source::kind).collect(Collectors.toSet());
            return demands.gates().stream().map(gate -> gate.judge(report, demands.known(), kinds, now)).toList();
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
    private int verdict(List<ScanReport> reports, List<Ruling> rulings) {
        PrintWriter err = spec.commandLine().getErr();
        rulings.forEach(one -> err.println("  " + one.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + one.gate() + ": " + one.told()));
        err.flush();
        if (rulings.stream().anyMatch(one -> one.outcome() == Ruling.Outcome.FAILED)) {
            return ExitCode.REFUSED;
        }
        if (reports.stream().anyMatch(one -> one.verdict() == Verdict.CANNOT_TELL)) {
            return ExitCode.CANNOT_TELL;
        }
        return rulings.stream().anyMatch(one -> one.outcome() == Ruling.Outcome.CANNOT_TELL) ? ExitCode.ENVIRONMENT : ExitCode.DONE;
    }
}
