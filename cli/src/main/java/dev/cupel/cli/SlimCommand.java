package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.exchange.ResolvedImage;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.sink.Written;
import dev.cupel.image.store.ContentStore;
import dev.cupel.observe.recording.Recording;
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
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SlimCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IMAGE", description = "nginx:1.27, docker-archive:FILE, oci:DIR, dir:DIR, podman:NAME, docker://NAME.")
    private String source;

    @Option(names = "--to", paramLabel = "IMAGE", description = "Where the result goes; repeatable (default: where IMAGE is, tag suffix -cupel).")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--report", paramLabel = "DIR", description = "Where the reports go (default: ${DEFAULT-VALUE}).")
    private Path report = Path.of("cupel-report");

    @Option(names = "--mode", paramLabel = "MODE", description = "lean, safe or packages (default: safe).")
    private Mode mode = Mode.SAFE;

    @Option(names = "--keep", paramLabel = "WHAT", description = "Keep a path, glob, pkg:NAME, exe:NAME, shell, certs or tz. Repeatable.")
    private List<String> keep = new ArrayList<>();

    @Option(names = "--drop", paramLabel = "GLOB", description = "Give these paths up, whoever needs them. Repeatable.")
    private List<String> drop = new ArrayList<>();

    @Option(names = "--no-run", description = "Only analyse, never run: any platform, no privilege, nothing proven.")
    private boolean noRun;

    @Option(names = "--rounds", paramLabel = "N", description = "Repair rounds at most (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--force", description = "Publish a result that does not verify, too.")
    private boolean force;

    @Mixin
    private PlatformOption platform;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private RunOptions run;

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
        List<KeepOption> kept = parsed(keep, KeepOption::parse);
        List<PathPattern> dropped = parsed(drop, PathPattern::parse);
        ImageReference reference = Images.parse(source);
        List<ImageReference> named = targets.stream().map(Images::parse).toList();
        if (!noRun) {
            workspace.becomeRoot(run.runtime());
        }
        ContentStore store = workspace.store();
        PrintWriter err = spec.commandLine().getErr();
        try (TerminalProgress progress = TerminalProgress.on(err);
                Images images = sources.images(store, progress)) {
            Timeline timeline = new Timeline(progress);
            ResolvedImage resolved = timeline.reading(source, () -> images.resolve(reference, platform.chosen(spec)));
            Original original = timeline.reading("its layers", () -> Original.of(resolved.image(), store));
            RunPlan plan = run.runPlan();
            List<Recording> recorded = recordings.read(resolved, reference, plan, timeline);
            SlimRequest request = new SlimRequest(
                    source, plan, run.probePlan(resolved.image().config()), mode, kept, dropped, recorded, rounds);
            Slimmed slimmed = noRun
                    ? new Slimming(store, new KnownAnalyzers()).withoutRunning(original, request, timeline)
                    : new Slimming(store, new KnownAnalyzers()).slim(original, request, workspace.rehearsal(store, run.runtime()), timeline);
            boolean publish = noRun || force || slimmed.verified();
            List<ImageReference> places = named.isEmpty() ? List.of(resolved.refined()) : named;
            List<Written> written = publish
                    ? timeline.publishing(() -> publish(images, slimmed.image(), places, resolved.origin()))
                    : List.of();
            progress.done();
            SlimOutcome outcome = new SlimOutcome(resolved, slimmed, request, store, written);
            SlimReport told = outcome.writeTo(report, workspace.reports());
            outcome.print(told, report, err, spec.commandLine().getOut());
            return publish ? ExitCode.DONE : ExitCode.REFUSED;
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

    private <T> List<T> parsed(List<String> texts, Function<String, T> parser) {
        try {
            return texts.stream().map(parser).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
