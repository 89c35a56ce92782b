package dev.cupel.image.registry;

import dev.cupel.image.Digest;
import dev.cupel.image.registry.http.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;

/// Asks whether a repository has a blob. Spec: OCI distribution-spec 1.1, "Checking if content exists".
record HeadBlob(String repository, Digest blob) implements Endpoint<Boolean> {
    @Override
    public String action() {
        return "look for the blob " + blob + " of " + repository;
    }

    @Override
    public Set<String> scopes() {
        return Scopes.pull(repository);
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        return HttpRequest.newBuilder(v2Root.resolve(repository + "/blobs/" + blob)).HEAD();
    }

    @Override
    public Set<Integer> results() {
        return Set.of(200, 404);
    }

    @Override
    public Boolean read(Answer answer) {
        return answer.status() == 200;
    }
}
