package dev.cupel.image.registry.transfer;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.Platform;
import dev.cupel.image.manifest.Artifact;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.ManifestReader;
import dev.cupel.image.manifest.ManifestTree;
import dev.cupel.image.manifest.Referrer;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.registry.Registries;
import dev.cupel.image.registry.RemoteManifest;
import dev.cupel.image.registry.Repository;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Documents that are attached to the images behind one name of a registry. What a person must act on is a
/// [dev.cupel.image.CupelException].
public record Attachments(Registries registries, ImageName name, ContentStore store, Progress progress) {
    private static final int MOST = 256;

    /// Attaches a document of this media type to a manifest of the repository. One that is attached already is left as it is and
    /// answered with.
    ///
    /// @param time what the artifact says that it was made at
    public Attached attach(Digest subject, String type, byte[] document, Instant time) throws IOException {
        progress.step("attaching to " + name.familiar());
        return new RemoteTrouble(name).orExplain(() -> {
            Repository place = registries.repository(name);
            Digest digest = Digest.of(document);
            Optional<Attachment> same = of(place, List.of(subject), type::equals).stream()
                    .filter(one -> one.artifact().content().digest().equals(digest))
                    .findFirst();
            if (same.isPresent()) {
                return new Attached(name.withDigest(same.get().manifest().digest()), false);
            }
            Descriptor content = store.add(type, document);
            Descriptor config = store.add("", Artifact.emptyConfig());
            SortedMap<String, String> annotations = new TreeMap<>();
            annotations.put(Attachment.CREATED, time.truncatedTo(ChronoUnit.SECONDS).toString());
            Artifact artifact = new Artifact(type, content, described(place, subject), annotations);
            new ImagePush(place, "", store, progress).blobs(List.of(config, content));
            place.refer(artifact);
            return new Attached(name.withDigest(artifact.descriptor().digest()), true);
        });
    }

    /// What was attached, by its own name, and whether it was not there before.
    public record Attached(ImageName place, boolean fresh) {}

    /// The manifest or index that the name stands for.
    public Digest top() throws IOException {
        return new RemoteTrouble(name).orExplain(() -> new ImagePull(registries.repository(name), store, progress).top(name).digest());
    }

    /// The attached documents of the media types that `wanted` accepts, newest first: those of the image for `platform`, and of the
    /// index that it stands in; where attestations are wanted, those under cosign's tag, too. At most 256 are looked at.
    public List<Attachment> list(Platform platform, Predicate<String> wanted) throws IOException {
        progress.step("asking for what is attached to " + name.familiar());
        return new RemoteTrouble(name).orExplain(() -> {
            Repository place = registries.repository(name);
            ImagePull pull = new ImagePull(place, store, progress);
            Descriptor top = pull.top(name);
            Descriptor image = new ManifestTree(pull::manifest).find(top, platform).descriptor();
            return of(place, List.copyOf(new LinkedHashSet<>(List.of(image.digest(), top.digest()))), wanted);
        });
    }

    /// The document, checked against digest and size; one of more bytes than `mostBytes` is refused.
    public byte[] content(Attachment attachment, int mostBytes) throws IOException {
        return new RemoteTrouble(name).orExplain(() -> {
            Descriptor content = attachment.artifact().content();
            if (content.sizeBytes() > mostBytes) {
                throw new MalformedManifest("the attached document has %d bytes, more than %d".formatted(content.sizeBytes(), mostBytes));
            }
            new ImagePull(registries.repository(name), store, progress).bring(List.of(content));
            return store.read(content.digest(), mostBytes);
        });
    }

    private List<Attachment> of(Repository place, List<Digest> subjects, Predicate<String> wanted) throws IOException, MalformedManifest {
        Set<Digest> seen = new LinkedHashSet<>();
        List<Attachment> found = new ArrayList<>();
        for (Digest subject : subjects) {
            for (Referrer one : place.referrers(subject)) {
                boolean possible = !one.tellsType() || wanted.test(one.artifactType());
                if (possible && seen.size() < MOST && seen.add(one.manifest().digest())) {
                    read(place, one, subject).filter(it -> wanted.test(it.artifact().type())).ifPresent(found::add);
                }
            }
        }
        for (Digest subject : wanted.test(AttestationTag.TYPE) ? subjects : List.<Digest>of()) {
            found.addAll(new AttestationTag(place, subject).read(MOST));
        }
        found.sort(Comparator.comparing(Attachment::created).reversed().thenComparing(one -> one.manifest().digest()));
        return found;
    }

    private static Descriptor described(Repository place, Digest manifest) throws IOException, MalformedManifest {
        RemoteManifest remote = place.manifest(manifest.toString());
        return new Descriptor(ManifestReader.read(remote.bytes().toArray(), remote.mediaType()).mediaType(), manifest, remote.bytes().size());
    }

    /// Empty for what is no artifact of one document, or tells of something else: a list may be written by anybody.
    private static Optional<Attachment> read(Repository place, Referrer listed, Digest subject) throws IOException {
        byte[] manifest = place.manifest(listed.manifest().digest().toString()).bytes().toArray();
        try {
            Artifact artifact = Artifact.read(manifest);
            return artifact.subject().digest().equals(subject) ? Optional.of(new Attachment(listed.manifest(), artifact)) : Optional.empty();
        } catch (MalformedManifest e) {
            return Optional.empty();
        }
    }
}
