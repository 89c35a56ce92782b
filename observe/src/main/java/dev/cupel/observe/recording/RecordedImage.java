package dev.cupel.observe.recording;

import dev.cupel.image.Digest;
import dev.cupel.image.reference.ImageName;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;

/// The image whose containers' doing is wanted from a recording, by all that tools may call it.
///
/// @param digests of its manifest, of its configuration, of an index it is in
/// @param names it goes by; they count only where an event tells no digest, for a name moves from image to image
/// @param asserted names that a person says it goes by: they count whatever digest stands beside
public record RecordedImage(SortedSet<Digest> digests, SequencedSet<ImageName> names, SequencedSet<ImageName> asserted) {
    public RecordedImage {
        digests = Collections.unmodifiableSortedSet(new TreeSet<>(digests));
        names = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(names));
        asserted = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(asserted));
    }

    boolean is(RecordedOrigin.OfImage other) {
        if (other.name().filter(name -> has(asserted, name)).isPresent()) {
            return true;
        }
        return other.digests().isEmpty()
                ? other.name().filter(name -> has(names, name)).isPresent()
                : other.digests().stream().anyMatch(digests::contains);
    }

    private static boolean has(SequencedSet<ImageName> names, ImageName name) {
        return names.stream()
                .anyMatch(one -> one.registry().equals(name.registry())
                        && one.repository().equals(name.repository())
                        && one.tagOrLatest().equals(name.tagOrLatest()));
    }
}
