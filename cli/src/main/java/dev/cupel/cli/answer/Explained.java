package dev.cupel.cli.answer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.cupel.slim.report.Explanation;
import java.util.List;
import java.util.Optional;

/// Why a path of a slim image is there, or why not.
///
/// @param state `kept`, `partly kept` (a directory), `dropped` or `unknown` (the original does not have it)
/// @param reasons of a kept path, the strongest first
/// @param with the topmost path that went with a dropped one
/// @param keptFiles of a partly kept directory
public record Explained(
        String image,
        String path,
        String state,
        List<String> reasons,
        Optional<String> with,
        Optional<Integer> keptFiles,
        @JsonIgnore List<String> lines)
        implements Answer {
    public Explained {
        reasons = List.copyOf(reasons);
        lines = List.copyOf(lines);
    }

    /// The answer about one path of `image`.
    public static Explained of(String image, Explanation explanation) {
        List<String> lines = explanation.lines();
        return switch (explanation) {
            case Explanation.Kept(var path, var reasons) ->
                new Explained(image, path.text(), "kept", reasons, Optional.empty(), Optional.empty(), lines);
            case Explanation.KeptDirectory(var path, int files, long _) ->
                new Explained(image, path.text(), "partly kept", List.of(), Optional.empty(), Optional.of(files), lines);
            case Explanation.Dropped(var path, var with) ->
                new Explained(image, path.text(), "dropped", List.of(), Optional.of(with.text()), Optional.empty(), lines);
            case Explanation.Unknown(var path) ->
                new Explained(image, path.text(), "unknown", List.of(), Optional.empty(), Optional.empty(), lines);
        };
    }
}
