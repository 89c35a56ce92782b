package dev.cupel.image.write;

import dev.cupel.image.ImagePath;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What a new image keeps of an old one.
///
/// @param keep whether what a container sees at a path stays; the directories that lead there stay with it
/// @param replacements new contents for files that stay
/// @param annotations all that the new manifest shall have
/// @param step what the history shall say was done; empty to say nothing
public record ImageChange(
        Predicate<ImagePath> keep,
        Replacements replacements,
        SortedMap<String, String> annotations,
        Optional<String> step) {
    public ImageChange {
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }

    /// Keeps what `keep` says and changes nothing else.
    public static ImageChange keeping(Predicate<ImagePath> keep) {
        return new ImageChange(keep, Replacements.none(), new TreeMap<>(), Optional.empty());
    }
}
