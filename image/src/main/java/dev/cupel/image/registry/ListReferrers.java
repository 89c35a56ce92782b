package dev.cupel.image.registry;

import dev.cupel.image.Digest;
import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;

/// Gets the index of what refers to a manifest: signatures, attestations, SBOMs. Empty where the registry does not know the question;
/// then the index lies under a tag. Spec: OCI distribution-spec 1.1, "Listing Referrers".
record ListReferrers(String repository, Digest subject) implements Endpoint<Optional<Bytes>> {
    private static final int LONGEST = 4 * 1024 * 1024;

    @Override
    public String action() {
        return "list what refers to " + subject + " in " + repository;
    }

    @Override
    public Set<String> scopes() {
        return Scopes.pull(repository);
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        return HttpRequest.newBuilder(v2Root.resolve(repository + "/referrers/" + subject)).GET();
    }

    @Override
    public Set<Integer> results() {
        return Set.of(200, 400, 404, 405);
    }

    @Override
    public Optional<Bytes> read(Answer answer) throws IOException {
        return answer.status() == 200 ? Optional.of(new Bytes(answer.bytes(LONGEST))) : Optional.empty();
    }
}
