package dev.cupel.slim.slimming;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.store.ContentStore;
import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.probe.transcript.Readiness;
import dev.cupel.observe.rehearsal.Performance;
import dev.cupel.observe.rehearsal.Rehearsal;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.KeepSet;
import dev.cupel.slim.subject.Original;
import dev.cupel.slim.verify.Verification;
import dev.cupel.slim.write.SlimWriter;
import dev.cupel.slim.write.TruthfulCut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Makes an image small and proves that it still works: runs the original, keeps what it used and what that needs, writes the
/// candidate, runs it under the same questions, brings back what it missed, and runs it again.
public final class Slimming {
    private static final int MOST_RUNS = 4;

    private final ContentStore store;
    private final Analyzers analyzers;

    /// Knows the analyzers, given the programs that a run executed.
    @FunctionalInterface
    public interface Analyzers {
        List<Analyzer> knowing(Collection<ImagePath> executed);
    }

    public Slimming(ContentStore store, Analyzers analyzers) {
        this.store = store;
        this.analyzers = analyzers;
    }

    /// Runs, cuts and verifies. A result that does not verify is a result all the same: the caller decides what becomes of it.
    /// An original that does not run is a [CupelException].
    public Slimmed slim(Original original, SlimRequest request, Rehearsal rehearsal, Timeline timeline)
            throws IOException, InterruptedException {
        Cutting cutting = new Cutting(original, request, analyzers);
        Performance explored = timeline.step(
                "running the original under sensors and probes",
                () -> rehearsal.explore(original.image(), request.run(), request.probes(), _ -> {}));
        requireRuns(explored, request);
        Performance repeated = repeated(original, request, rehearsal, explored, cutting, timeline);
        return repair(original, request, cutting, rehearsal, new Verification(original, List.of(explored, repeated)), timeline);
    }

    /// Cuts by what the image itself tells, without running it: larger, and nothing is proven.
    public Slimmed withoutRunning(Original original, SlimRequest request, Timeline timeline)
            throws IOException, InterruptedException {
        Cutting cutting = new Cutting(original, request, analyzers);
        TruthfulCut cut = timeline.step("working out what is needed", () -> cutting.after(List.of(), List.of()));
        Image image = timeline.step("writing the slim image", () -> write(original, cut, request));
        return slimmed(original, image, cut.kept(), List.of(), Optional.empty(), timeline);
    }

    private Slimmed repair(
            Original original,
            SlimRequest request,
            Cutting cutting,
            Rehearsal rehearsal,
            Verification twoRuns,
            Timeline timeline)
            throws IOException, InterruptedException {
        Verification verification = twoRuns;
        List<Observations> seen = twoRuns.runs().stream().map(Performance::observations).toList();
        List<Need> brought = new ArrayList<>();
        List<Round> rounds = new ArrayList<>();
        while (true) {
            int number = rounds.size() + 1;
            TruthfulCut cut = timeline.step("working out what is needed", () -> cutting.after(seen, brought));
            KeepSet kept = cut.kept();
            Image image = timeline.step("writing the slim image", () -> write(original, cut, request));
            Performance performance = timeline.step(
                    "verifying: the slim image under the same probes" + (number > 1 ? ", round " + number : ""),
                    () -> rehearsal.replay(image, request.run(), request.probes(), twoRuns.script(), _ -> {}));
            Original slim = Original.of(image, store);
            Verification.Outcome outcome = verification.judge(performance, slim.root());
            if (!outcome.differences().isEmpty() && verification.runs().size() < MOST_RUNS) {
                // Before a difference is believed, the original is asked once more: two runs do not show all that varies.
                verification = verification.informedBy(replayed(original, request, rehearsal, verification, timeline));
                outcome = verification.judge(performance, slim.root());
            }
            List<Need> repairs = outcome.behavedAlike() ? List.of() : new Repairs(original, kept).after(outcome, number);
            rounds.add(new Round(
                    number, outcome.objections(), outcome.missSentences(), repairs.stream().map(Need::path).toList()));
            if (repairs.isEmpty() || number > request.rounds()) {
                Slimmed.Runs runs = new Slimmed.Runs(
                        rehearsal.runtime(), verification.runs(), performance, outcome.exchanges(), verification.unsteady());
                return slimmed(original, image, kept, rounds, Optional.of(runs), timeline);
            }
            brought.addAll(repairs);
        }
    }

    private static Performance replayed(
            Original original, SlimRequest request, Rehearsal rehearsal, Verification verification, Timeline timeline)
            throws IOException, InterruptedException {
        return timeline.step(
                "asking the original once more, to be sure of a difference",
                () -> rehearsal.replay(
                        original.image(), request.run(), request.probes(), verification.script(), _ -> {}));
    }

    /// The second run of the original. What the first cut takes follows mostly from the first run; it is worked out meanwhile, and what
    /// fails in that fails again, and is told, when the cut is made.
    private static Performance repeated(
            Original original, SlimRequest request, Rehearsal rehearsal, Performance explored, Cutting cutting, Timeline timeline)
            throws IOException, InterruptedException {
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<KeepSet> _ = beside.submit(() -> cutting.kept(List.of(explored.observations()), List.of()));
            return timeline.step(
                    "asking the original again, to learn what varies by itself",
                    () -> rehearsal.replay(
                            original.image(), request.run(), request.probes(), explored.transcript().script(), _ -> {}));
        }
    }

    private static Slimmed slimmed(
            Original original, Image image, KeepSet kept, List<Round> rounds, Optional<Slimmed.Runs> runs, Timeline timeline)
            throws IOException, InterruptedException {
        Inventory had = timeline.step("listing what is left", () -> Catalogue.of(original.opened()));
        return new Slimmed(original, image, kept, rounds, runs, had, had.keeping(kept::contains, path -> !isDirectory(path, original)));
    }

    /// As the package databases of the slim image have it: directories alone leave nothing of a package, nor do links to them.
    private static boolean isDirectory(ImagePath path, Original original) {
        return original.root().follow(path) instanceof Resolution.Found(Node node, var _) && node.entry().isDirectory();
    }

    private Image write(Original original, TruthfulCut cut, SlimRequest request) throws IOException {
        return new SlimWriter(store).write(original, cut.kept(), cut.contents(), request.sourceName());
    }

    /// An original that fails at once would be cut down to what failing takes, and its slim image would fail just the same.
    private static void requireRuns(Performance explored, SlimRequest request) {
        Readiness state = explored.transcript().readiness().orElse(new Readiness.Idle());
        boolean useful = !request.probes().questions().isEmpty();
        switch (state) {
            case Readiness.Exited(int code, String log) when code != 0 && !useful -> throw doesNotRun(request, state, log);
            case Readiness.Unready(String _, String log) -> throw doesNotRun(request, state, log);
            case Readiness.Exited _, Readiness.Listening _, Readiness.Idle _ -> {
                return;
            }
        }
    }

    private static CupelException doesNotRun(SlimRequest request, Readiness state, String log) {
        String end = log.strip().lines().reduce((_, last) -> last).map(line -> " Its log ends: " + line).orElse("");
        return new CupelException(
                Fault.INPUT,
                "The original %s does not run as it was started: %s.%s".formatted(request.sourceName(), state.summary(), end),
                "Give it what `docker run` would be given: -e, -v, --user, --cmd; for a command-line image name its commands with --exec.");
    }
}
