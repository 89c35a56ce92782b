package dev.cupel.image.registry;

import dev.cupel.image.Digest;
import dev.cupel.image.Quoted;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;

/// Asks what a tag means now, which counts against no pull limit; empty if there is no such manifest. Some registries answer
/// without a digest: then only a [GetManifest] tells. Spec: OCI distribution-spec 1.1, "Checking if content exists".
record HeadManifest(String repository, String reference) implements Endpoint<HeadManifest.Presence> {
    record Presence(boolean present, Optional<Digest> digest) {}

    @Override
    public String action() {
        return "look for the manifest " + Quoted.of(reference) + " of " + repository;
    }

    @Override
    public Set<String> scopes() {
        return Scopes.pull(repository);
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        return HttpRequest.newBuilder(v2Root.resolve(repository + "/manifests/" + reference))
                .header("Accept", String.join(", ", MediaTypes.acceptedManifests()))
                .HEAD();
    }

    @Override
    public Set<Integer> results() {
        return Set.of(200, 404);
    }

    @Override
    public Presence read(Answer answer) throws IOException {
        boolean present = answer.status() == 200;
        return new Presence(present, present ? DigestHeader.of(answer, action()) : Optional.empty());
    }
}
