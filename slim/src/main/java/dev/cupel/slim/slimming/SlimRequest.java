package dev.cupel.slim.slimming;

import dev.cupel.observe.probe.session.ProbePlan;
import dev.cupel.observe.recording.Recording;
import dev.cupel.observe.run.RunPlan;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.option.KeepOption;
import dev.cupel.slim.option.PathPattern;
import java.util.List;

/// What the user wants.
///
/// @param sourceName the original as the user named it
/// @param recordings of what containers of the image did elsewhere; what they used stays, too
/// @param rounds of repair at the most; 0 to take the first result or none
public record SlimRequest(
        String sourceName,
        RunPlan run,
        ProbePlan probes,
        Mode mode,
        List<KeepOption> keep,
        List<PathPattern> drop,
        List<Recording> recordings,
        int rounds) {
    public SlimRequest {
        keep = List.copyOf(keep);
        drop = List.copyOf(drop);
        recordings = List.copyOf(recordings);
    }
}
