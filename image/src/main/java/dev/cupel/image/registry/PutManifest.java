package dev.cupel.image.registry;

import dev.cupel.image.Digest;
import dev.cupel.image.Quoted;
import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;

/// Puts a manifest or index under a tag or its digest; everything that it names is there already.
/// Spec: OCI distribution-spec 1.1, "Pushing Manifests".
record PutManifest(String repository, String reference, String mediaType, Bytes bytes) implements Endpoint<PutManifest.Stored> {
    /// What the registry says of it.
    ///
    /// @param subject which it lists the manifest as a referrer of; empty where it keeps no such list ("Pushing Manifests with Subject")
    record Stored(Digest digest, Optional<String> subject) {}

    @Override
    public String action() {
        return "push the manifest " + Quoted.of(reference) + " of " + repository;
    }

    @Override
    public Set<String> scopes() {
        return Scopes.push(repository);
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        return HttpRequest.newBuilder(v2Root.resolve(repository + "/manifests/" + reference))
                .header("Content-Type", mediaType)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes.toArray()));
    }

    @Override
    public Set<Integer> results() {
        return Set.of(200, 201, 202);
    }

    @Override
    public Stored read(Answer answer) throws IOException {
        Digest stored = DigestHeader.of(answer, action()).orElseGet(() -> Digest.of(bytes.toArray()));
        if (!stored.equals(bytes.digestLike(stored))) {
            throw new MalformedAnswer("Cannot " + action() + ": the registry stored something else, of the digest " + stored + ".");
        }
        return new Stored(stored, answer.header("OCI-Subject"));
    }
}
