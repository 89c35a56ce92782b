package dev.cupel.observe.run;

import dev.cupel.image.ImagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a container wrote: what lies in the upper directory of its root and in its volumes.
///
/// @param places directories of this machine and where the container sees them
record WrittenFiles(Map<Path, ImagePath> places) {
    private static final int MOST = 200_000;

    WrittenFiles {
        places = Map.copyOf(places);
    }

    SortedSet<ImagePath> all() throws IOException {
        SortedSet<ImagePath> found = new TreeSet<>();
        for (Map.Entry<Path, ImagePath> place : places.entrySet()) {
            Path directory = place.getKey();
            try (Stream<Path> tree = Files.walk(directory)) {
                tree.filter(path -> !path.equals(directory))
                        .limit(MOST)
                        .forEach(path -> found.add(place.getValue().resolve(directory.relativize(path).toString())));
            }
        }
        return found;
    }
}
