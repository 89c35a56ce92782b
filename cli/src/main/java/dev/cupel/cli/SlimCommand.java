package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.CupelException;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.exchange.ResolvedImage;
import dev.cupel.image.file.WritableDirectory;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.sink.Written;
import dev.cupel.image.store.ContentStore;
import dev.cupel.observe.recording.Recording;
import dev.cupel.observe.probe.session.ProbePlan;
import dev.cupel.observe.rehearsal.Rehearsal;
import dev.cupel.observe.run.RunPlan;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.option.KeepOption;
import dev.cupel.slim.option.PathPattern;
import dev.cupel.slim.report.SlimReport;
import dev.cupel.slim.slimming.KnownAnalyzers;
import dev.cupel.slim.slimming.SlimRequest;
import dev.cupel.slim.slimming.Slimmed;
import dev.cupel.slim.slimming.Slimming;
import dev.cupel.slim.slimming.Timeline;
import dev.cupel.slim.subject.Original;
import dev.cupel.vulnerability.database.AdvisoryDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel slim`: the main job.
@Command(
        name = "slim",
        description = "Make an image small and prove that it still works.",
        sortOptions = false,
        abbreviateSynopsis = true,
        footer = {"", RunOptions.REPEATABLE})
final class SlimCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IMAGE", description = "Such as nginx:1.27; cupel help tells all ways.")
    private ImageReference source;

    @Option(names = "--to", paramLabel = "IMAGE", description = "Where the result goes (default: where IMAGE is, with -cupel behind its tag). *")
    private List<ImageReference> targets = new ArrayList<>();

    @Option(names = "--report", paramLabel = "DIR", description = "Where the reports go (default: cupel-report).")
    private Path report = Path.of("cupel-report");

    @Option(names = "--mode", paramLabel = "MODE", description = "lean, safe or packages (default: safe).", completionCandidates = Choices.Modes.class)
    private Mode mode = Mode.SAFE;

    @Option(names = "--keep", paramLabel = "WHAT", description = "Keep a path, glob, pkg:NAME, exe:NAME, shell, certs or tz. *")
    private List<KeepOption> keep = new ArrayList<>();

    @Option(names = "--drop", paramLabel = "GLOB", description = "Give these paths up, whoever needs them. *")
    private List<PathPattern> drop = new ArrayList<>();

    @Option(names = "--no-run", description = "Only analyse: no root, any platform, no proof.")
    private boolean noRun;

    @Option(names = "--rounds", paramLabel = "N", description = "Repair rounds at most (default: 5).")
    private int rounds = 5;

    @Option(names = "--force", description = "Publish a result that does not verify, too.")
    private boolean force;

    @Mixin
    private PlatformOption platform;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private OutputOptions output;

    @ArgGroup(validate = false, heading = RunOptions.HEADING)
    private RunOptions run = new RunOptions();

    @Mixin
    private RecordingOptions recordings;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    SlimCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunPlan plan = run.runPlan(workspace.environment());
        List<ProbePlan.Question> questions = run.questions();
        if (!noRun) {
            workspace.becomeRoot(run.runtime());
        }
        requirePlaces();
        if (database.isNamed()) {
            database.open(workspace).close();
        }
        ContentStore store = workspace.store();
        Optional<Rehearsal> rehearsal = noRun ? Optional.empty() : Optional.of(workspace.rehearsal(store, run.runtime()));
        PrintWriter err = spec.commandLine().getErr();
        try (TerminalProgress progress = workspace.progress(err);
                Images images = sources.images(store, progress)) {
            Timeline timeline = new Timeline(progress);
            ResolvedImage resolved = timeline.reading(source.toString(), () -> images.resolve(source, platform.chosen()));
            List<ImageReference> places = targets.isEmpty() ? List.of(resolved.refined()) : targets;
            places.forEach(Images::requireWritable);
            Original original = timeline.reading("its layers", () -> Original.of(resolved.image(), store));
            List<Recording> recorded = recordings.read(resolved, source, plan, timeline);
            ProbePlan probes = run.probePlan(resolved.image().config(), plan, questions);
            SlimRequest request = new SlimRequest(source.toString(), plan, probes, mode, keep, drop, recorded, rounds);
            Slimming slimming = new Slimming(store, new KnownAnalyzers());
            Slimmed slimmed = rehearsal.isPresent()
                    ? slimming.slim(original, request, rehearsal.get(), timeline)
                    : slimming.withoutRunning(original, request, timeline);
            boolean publish = noRun || force || slimmed.verified();
            List<Written> written = publish
                    ? timeline.publishing(() -> publish(images, slimmed.image(), places, resolved.origin()))
                    : List.of();
            progress.done();
            SlimOutcome outcome = new SlimOutcome(resolved, slimmed, request, timeline, store, written);
            SlimReport told = outcome.writeTo(report, workspace.reports(), scan(slimmed, store), workspace.clock().instant());
            outcome.summarize(told, report, err);
            output.give(outcome.answer(told, report), spec);
            return publish ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    /// Empty where there is no database.
    private Optional<SlimVulnerabilities> scan(Slimmed slimmed, ContentStore store) throws IOException {
        if (!database.isWanted(workspace)) {
            return Optional.empty();
        }
        try (AdvisoryDatabase open = database.open(workspace)) {
            return Optional.of(SlimVulnerabilities.of(open, workspace.clock().instant(), source.toString(), slimmed, store));
        } catch (CupelException e) {
            // The image is made and proven by now: a database that is damaged must not cost its report.
            spec.commandLine().getErr().println("  Vulnerabilities were not compared: " + e.getMessage() + " " + e.next());
            return Optional.empty();
        }
    }

    /// Before minutes of work: whether its results can be written.
    private void requirePlaces() {
        if (rounds < 0) {
            throw new ParameterException(spec.commandLine(), "Invalid value for option '--rounds': it cannot be less than 0");
        }
        WritableDirectory.require(report);
        output.requireWritable();
        targets.forEach(Images::requireWritable);
        if (targets.isEmpty()) {
            // What has no place beside it says so here. Whether that place can be written is tried when the image was found.
            source.refined();
        }
    }

    private static List<Written> publish(Images images, Image image, List<ImageReference> places, ImageReference origin)
            throws IOException {
        List<Written> written = new ArrayList<>();
        for (ImageReference place : places) {
            written.add(images.publish(image, place, origin));
        }
        return written;
    }
}
