package dev.cupel.observe.recording;

import dev.cupel.image.Digest;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.reference.MalformedReference;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Whose doing a recorded event was.
sealed interface RecordedOrigin {
    /// Of the host, or of the runtime that set a container up.
    record Host() implements RecordedOrigin {}

    /// The event does not say.
    record Unknown() implements RecordedOrigin {}

    /// Of a container of an image.
    ///
    /// @param digests of its manifest, its index or its configuration: tools differ in which they tell
    /// @param text the image as a person knows it
    record OfImage(SortedSet<Digest> digests, Optional<ImageName> name, String text) implements RecordedOrigin {
        public OfImage {
            digests = Collections.unmodifiableSortedSet(new TreeSet<>(digests));
        }
    }

    /// Reads an image's name and what may be its digests: `sha256:…`, or a name with `@sha256:…` behind. Empty and unreadable
    /// texts say nothing; where all are, the origin is [Unknown].
    static RecordedOrigin of(String name, Stream<String> digests) {
        TreeSet<Digest> known = new TreeSet<>();
        Stream.concat(digests, Stream.of(name)).flatMap(text -> digest(text).stream()).forEach(known::add);
        Optional<ImageName> parsed = name(name);
        if (known.isEmpty() && parsed.isEmpty()) {
            return new Unknown();
        }
        String text = parsed.map(ImageName::familiar).orElseGet(() -> known.first().toString());
        return new OfImage(known, parsed, text);
    }

    private static Optional<Digest> digest(String text) {
        try {
            return Optional.of(Digest.parse(text.substring(text.indexOf('@') + 1)));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a name without a digest
        }
    }

    private static Optional<ImageName> name(String text) {
        try {
            return text.startsWith("sha256:") ? Optional.empty() : Optional.of(ImageReference.parseName(text));
        } catch (MalformedReference _) {
            return Optional.empty(); // a name that no engine accepts, such as <NA>
        }
    }
}
