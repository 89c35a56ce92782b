package dev.cupel.image.archive;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Quoted;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.manifest.SavedImage;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.reference.MalformedReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the image that a person means among those of an archive.
record ArchiveNames(Optional<ImageName> wanted, CannotLoad problem) {
    SavedImage choose(List<SavedImage> images) {
        List<SavedImage> meant =
                images.stream().filter(image -> wanted.isEmpty() || image.tags().stream().anyMatch(this::isWanted)).toList();
        // An archive of a multi-platform image lists it once for each platform; the index says which is which.
        if (meant.stream().map(SavedImage::tags).distinct().count() == 1) {
            return meant.getFirst();
        }
        String names = images.stream()
                .flatMap(image -> image.tags().stream())
                .distinct()
                .limit(20)
                .map(Quoted::of)
                .collect(Collectors.joining(", "));
        String what = meant.isEmpty() ? "it has no such image" : "it holds " + meant.size() + " images";
        throw problem.because(what, names.isEmpty() ? "None of its images has a name." : "Name one of " + names + " behind the path.");
    }

    /// The entries of the archive's index that are the chosen image, for whatever platforms.
    List<Descriptor> entriesOf(Manifest.OfIndex index, SavedImage chosen) {
        if (index.manifests().size() == 1) {
            return index.manifests();
        }
        return index.manifests().stream()
                .filter(entry -> chosen.tags().stream().anyMatch(tag -> isSame(tag, nameOf(entry))))
                .toList();
    }

    private static String nameOf(Descriptor entry) {
        return entry.annotations().getOrDefault("io.containerd.image.name", "");
    }

    private boolean isWanted(String tag) {
        return wanted.isPresent() && isSame(tag, wanted.get().toString());
    }

    private static boolean isSame(String one, String other) {
        return full(one).isPresent() && full(one).equals(full(other));
    }

    private static Optional<String> full(String text) {
        try {
            ImageName name = ImageReference.parseName(text);
            return Optional.of(name.withTag(name.tagOrLatest()).toString());
        } catch (MalformedReference e) {
            return Optional.empty(); // a name that nobody could ask for matches nothing
        }
    }
}
