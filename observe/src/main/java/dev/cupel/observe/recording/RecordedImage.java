package dev.cupel.observe.recording;

import dev.cupel.image.Digest;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.reference.MalformedReference;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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

    /// Known by the digests that the image itself has.
    public static RecordedImage of(Image image) {
        TreeSet<Digest> digests = new TreeSet<>(List.of(image.manifest().digest(), image.configBlob().digest()));
        return new RecordedImage(digests, new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    /// Also known by this name, and by its digest if it has one: that of an index, perhaps.
    public RecordedImage named(ImageName name) {
        return new RecordedImage(with(digests, name.digest()), with(names, name), asserted);
    }

    /// Also what a person says it was recorded as: a name, a name with a digest, or a digest alone. Other text is a
    /// [MalformedReference].
    public RecordedImage recordedAs(String text) throws MalformedReference {
        if (text.startsWith("sha256:")) {
            return new RecordedImage(with(digests, Optional.of(Digest.parse(text))), names, asserted);
        }
        ImageName name = ImageReference.parseName(text);
        return name.digest().isPresent()
                ? new RecordedImage(with(digests, name.digest()), names, asserted)
                : new RecordedImage(digests, names, with(asserted, name));
    }

    boolean is(RecordedOrigin.OfImage other) {
        if (other.name().filter(name -> has(asserted, name)).isPresent()) {
            return true;
        }
        return other.digests().isEmpty()
                ? other.name().filter(name -> has(names, name)).isPresent()
                : other.digests().stream().anyMatch(one -> digests.contains(one));
    }

    private static SortedSet<Digest> with(SortedSet<Digest> digests, Optional<Digest> one) {
        TreeSet<Digest> all = new TreeSet<>(digests);
        one.ifPresent(all::add);
        return all;
    }

    private static SequencedSet<ImageName> with(SequencedSet<ImageName> names, ImageName one) {
        LinkedHashSet<ImageName> all = new LinkedHashSet<>(names);
        all.add(one);
        return all;
    }

    private static boolean has(SequencedSet<ImageName> names, ImageName name) {
        return names.stream()
                .anyMatch(one -> one.registry().equals(name.registry())
                        && one.repository().equals(name.repository())
                        && one.tagOrLatest().equals(name.tagOrLatest()));
    }
}
