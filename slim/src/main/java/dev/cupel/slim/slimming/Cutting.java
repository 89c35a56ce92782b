package dev.cupel.slim.slimming;

import dev.cupel.image.ImagePath;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.recording.Recording;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.closure.Closure;
import dev.cupel.slim.closure.ObservedNeeds;
import dev.cupel.slim.closure.Remembering;
import dev.cupel.slim.keep.KeepSet;
import dev.cupel.slim.option.AskedNeeds;
import dev.cupel.slim.subject.Original;
import dev.cupel.slim.write.TruthfulCut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Works out what stays of one image by one request: what the user asked for, what runs and recordings used, and all that this
/// needs. What analyzers said of a path is remembered from one cut to the next, as long as the same programs were seen to run.
final class Cutting {
    private final Original original;
    private final SlimRequest request;
    private final Slimming.Analyzers known;
    private final AnalysisContext context;
    private final List<Need> asked;
    private List<ImagePath> executed = List.of();
    private List<Analyzer> analyzers = List.of();

    /// What the user asked to keep and the image does not have is a [dev.cupel.image.CupelException].
    Cutting(Original original, SlimRequest request, Slimming.Analyzers known) {
        this.original = original;
        this.request = request;
        this.known = known;
        this.context = new AnalysisContext(original.root(), original.image().config(), original.packages(), request.mode());
        this.asked = new AskedNeeds(context).of(request.keep());
    }

    /// The cut after these runs of the original, in their order; `more` must stay, too.
    TruthfulCut after(List<Observations> runs, List<Need> more) throws IOException {
        return TruthfulCut.of(original.root(), original.packages(), kept(runs, more));
    }

    /// The same without the package databases; most of the work of a later cut is done then.
    synchronized KeepSet kept(List<Observations> runs, List<Need> more) throws IOException {
        List<Observations> seen = Stream.concat(runs.stream(), request.recordings().stream().map(Recording::observations)).toList();
        List<Need> needs = new ArrayList<>(asked);
        ObservedNeeds observed = new ObservedNeeds(original.root());
        seen.forEach(one -> needs.addAll(observed.of(one)));
        needs.addAll(more);
        return new Closure(knowing(executedIn(seen)), context, this::isDropped).over(needs);
    }

    private List<Analyzer> knowing(List<ImagePath> programs) {
        if (analyzers.isEmpty() || !programs.equals(executed)) {
            executed = programs;
            analyzers = known.knowing(programs).stream().<Analyzer>map(Remembering::new).toList();
        }
        return analyzers;
    }

    private static List<ImagePath> executedIn(List<Observations> seen) {
        return seen.stream()
                .flatMap(one -> one.accesses().stream())
                .filter(access -> access.kind() == AccessKind.EXECUTE && access.found())
                .map(Access::path)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isDropped(ImagePath path) {
        return request.drop().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
