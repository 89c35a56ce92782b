package dev.cupel.image.registry;

import dev.cupel.image.Digest;
import dev.cupel.image.manifest.Artifact;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.manifest.Referrer;
import dev.cupel.image.manifest.ReferrersIndex;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What refers to the manifests of one repository. A registry that keeps no such list gets one from its clients, under a tag.
/// Spec: OCI distribution-spec 1.1, "Listing Referrers", "Pushing Manifests with Subject", "Referrers Tag Schema".
record Referrers(RegistryClient client, String repository) {
    private static final int MOST_PAGES = 100;
    private static final int ATTEMPTS = 5;

    /// What refers to this manifest; empty if nothing does, or nobody tells.
    List<Referrer> list(Digest subject) throws IOException {
        Optional<List<Referrer>> answered = answered(subject);
        if (answered.isPresent()) {
            return answered.get();
        }
        Optional<byte[]> tagged = tagged(subject);
        return tagged.isEmpty() ? List.of() : read(tagged.get(), subject);
    }

    /// Puts an artifact, whose blobs are there, and sees to it that it is listed.
    void add(Artifact artifact) throws IOException {
        Referrer entry = new Referrer(artifact.descriptor(), artifact.type());
        Digest digest = entry.manifest().digest();
        Digest subject = artifact.subject().digest();
        PutManifest.Stored stored = client.call(new PutManifest(repository, digest.toString(), MediaTypes.OCI_MANIFEST, new Bytes(artifact.json())));
        if (stored.subject().isPresent() || names(answered(subject).orElse(List.of()), digest)) {
            return;
        }
        // Whoever writes the tag at the same moment overwrites ours, and the protocol has no condition that every registry knows:
        // so it is looked at again until our entry stands in it.
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            byte[] index = tagged(subject).orElseGet(ReferrersIndex::empty);
            if (names(read(index, subject), digest)) {
                return;
            }
            client.call(new PutManifest(repository, tag(subject), MediaTypes.OCI_INDEX, new Bytes(extended(index, entry, subject))));
        }
        if (!names(list(subject), digest)) {
            throw new MalformedAnswer(
                    "Cannot list " + digest + " as a referrer of " + subject + " in " + repository + ": others write that list all the time.");
        }
    }

    /// The registry's own list; empty where it does not know the question.
    private Optional<List<Referrer>> answered(Digest subject) throws IOException {
        List<Referrer> all = new ArrayList<>();
        Optional<URI> next = Optional.empty();
        for (int count = 0; count == 0 || (next.isPresent() && count < MOST_PAGES); count++) {
            Optional<ListReferrers.Page> page = client.call(new ListReferrers(repository, subject, next));
            if (page.isEmpty()) {
                return count == 0 ? Optional.empty() : Optional.of(all);
            }
            all.addAll(read(page.get().index().toArray(), subject));
            next = page.get().next();
        }
        return Optional.of(all);
    }

    private Optional<byte[]> tagged(Digest subject) throws IOException {
        try {
            return Optional.of(client.call(new GetManifest(repository, tag(subject))).bytes().toArray());
        } catch (RegistryRefusal refusal) {
            if (refusal.isMissing()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private List<Referrer> read(byte[] index, Digest subject) throws MalformedAnswer {
        try {
            return ReferrersIndex.read(index);
        } catch (MalformedManifest e) {
            throw malformed(subject, e);
        }
    }

    private byte[] extended(byte[] index, Referrer entry, Digest subject) throws MalformedAnswer {
        try {
            return ReferrersIndex.with(index, entry);
        } catch (MalformedManifest e) {
            throw malformed(subject, e);
        }
    }

    private MalformedAnswer malformed(Digest subject, MalformedManifest e) {
        return new MalformedAnswer("Cannot list what refers to " + subject + " in " + repository + ": " + e.getMessage() + ".", e);
    }

    private static boolean names(List<Referrer> list, Digest manifest) {
        return list.stream().anyMatch(one -> one.manifest().digest().equals(manifest));
    }

    /// A tag has at most 128 characters, and the longest digest more.
    private static String tag(Digest subject) {
        return subject.algorithm() + "-" + subject.hex().substring(0, Math.min(64, subject.hex().length()));
    }
}
