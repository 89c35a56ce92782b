package dev.cupel.cli;

import dev.cupel.cli.answer.Compared;
import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.Printable;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.exchange.ResolvedImage;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.store.ContentStore;
import dev.cupel.observe.probe.session.ProbePlan;
import dev.cupel.observe.rehearsal.Performance;
import dev.cupel.observe.rehearsal.Rehearsal;
import dev.cupel.observe.run.RunPlan;
import dev.cupel.slim.subject.Original;
import dev.cupel.slim.verify.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel verify`: whether two images behave alike, whoever made the second.
@Command(name = "verify", description = "Run two images under the same probes and tell what differs.", sortOptions = false, abbreviateSynopsis = true,
        footer = {"", RunOptions.REPEATABLE})
final class VerifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ORIGINAL", description = "The image that is right.")
    private ImageReference original;

    @Parameters(index = "1", paramLabel = "SLIM", description = "The image that shall behave like it.")
    private ImageReference slim;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private PlatformOption platform;

    @Mixin
    private OutputOptions output;

    @ArgGroup(validate = false, heading = RunOptions.HEADING)
    private RunOptions run = new RunOptions();

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    VerifyCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        output.requireWritable();
        RunPlan plan = run.runPlan(workspace.environment());
        List<ProbePlan.Question> questions = run.questions();
        workspace.becomeRoot(run.runtime());
        ContentStore store = workspace.store();
        Rehearsal rehearsal = workspace.rehearsal(store, run.runtime());
        PrintWriter err = spec.commandLine().getErr();
        try (TerminalProgress progress = workspace.progress(err);
                Images images = sources.images(store, progress)) {
            ResolvedImage first = images.resolve(original, platform.chosen());
            ResolvedImage second = images.resolve(slim, platform.chosen());
            ProbePlan probes = run.probePlan(first.image().config(), plan, questions);
            progress.step("running " + original);
            Performance explored = rehearsal.explore(first.image(), plan, probes, _ -> {});
            progress.step("asking it again, to learn what varies by itself");
            Performance again = rehearsal.replay(first.image(), plan, probes, explored.transcript().script(), _ -> {});
            progress.step("running " + slim);
            Performance other = rehearsal.replay(second.image(), plan, probes, explored.transcript().script(), _ -> {});
            progress.done();
            explored.remarks().forEach(remark -> err.println("  " + Printable.of(remark)));
            Verification verification = new Verification(Original.of(first.image(), store), List.of(explored, again));
            Verification.Outcome outcome = verification.judge(other, Original.of(second.image(), store).root());
            int asked = explored.transcript().exchanges().size();
            output.give(new Compared(outcome.passed(), outcome.passed() || !outcome.behavedAlike(), asked, outcome.objections(), outcome.missSentences()), spec);
            return outcome.passed() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }
}
