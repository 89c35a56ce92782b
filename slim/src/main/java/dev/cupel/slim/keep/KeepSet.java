package dev.cupel.slim.keep;

import dev.cupel.image.ImagePath;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The paths of the original that stay, each with its reasons, the strongest first. Closed upwards: the directories above a
/// kept path are kept too.
public record KeepSet(SortedMap<ImagePath, List<Reason>> reasons) {
    public KeepSet {
        TreeMap<ImagePath, List<Reason>> copy = new TreeMap<>();
        reasons.forEach((path, why) -> copy.put(path, List.copyOf(why)));
        reasons = Collections.unmodifiableSortedMap(copy);
    }

    public boolean contains(ImagePath path) {
        return reasons.containsKey(path);
    }

    /// Why a path stays; empty when it does not.
    public List<Reason> why(ImagePath path) {
        return reasons.getOrDefault(path, List.of());
    }

    /// The kept paths, in path order.
    public SortedSet<ImagePath> paths() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(reasons.keySet()));
    }

    public int size() {
        return reasons.size();
    }
}
