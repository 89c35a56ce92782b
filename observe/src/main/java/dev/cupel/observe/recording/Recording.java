package dev.cupel.observe.recording;

import dev.cupel.observe.observation.Observations;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What one recording told of one image.
///
/// @param name of the file, without its directory
/// @param others what else it tells of: images, and `the host`; each once
/// @param observations files only; their sensors are the tools' names, their phase is `recording NAME`
public record Recording(String name, Counts counts, SortedSet<String> others, Observations observations) {
    static final String HOST = "the host";

    /// How many events there were, and what became of them.
    ///
    /// @param events all of them, the tool's words about itself not counted
    /// @param used of this image, or of none that is told
    /// @param unidentified of the used ones, those that do not tell their image
    /// @param leftOut of other images and of the host
    /// @param lost events that the tool says it lost
    /// @param cutNames files of which only a part of the name is told
    /// @param adriftNames files whose name is relative to a directory that is not told
    public record Counts(long events, long used, long unidentified, long leftOut, long lost, long cutNames, long adriftNames) {}

    public Recording {
        others = Collections.unmodifiableSortedSet(new TreeSet<>(others));
    }

    /// The tools that wrote it.
    public List<String> tools() {
        return observations.sensors().sensors();
    }

    /// False when something is known to be missing. True is no proof: see the remarks.
    public boolean complete() {
        return observations.sensors().complete();
    }

    /// Why it is incomplete, and what its tools cannot tell.
    public List<String> remarks() {
        return observations.sensors().remarks();
    }

    /// It tells of other images, and not of this one; or of the host alone.
    boolean isOfAnother() {
        boolean onlyHost = others.equals(Set.of(HOST));
        return !others.isEmpty() && (counts.used() == 0 || (counts.used() == counts.unidentified() && !onlyHost));
    }
}
