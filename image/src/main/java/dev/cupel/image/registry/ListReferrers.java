package dev.cupel.image.registry;

import dev.cupel.image.Digest;
import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;

/// Gets a page of the index of what refers to a manifest: signatures, attestations, SBOMs. Empty where the registry does not know the
/// question; then the index lies under a tag. Spec: OCI distribution-spec 1.1, "Listing Referrers".
///
/// @param page where the page before said that this one is; empty for the first
record ListReferrers(String repository, Digest subject, Optional<URI> page) implements Endpoint<Optional<ListReferrers.Page>> {
    private static final int LONGEST = 4 * 1024 * 1024;

    /// An index, and where the next part of it is.
    record Page(Bytes index, Optional<URI> next) {}

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
        return HttpRequest.newBuilder(page.orElseGet(() -> v2Root.resolve(repository + "/referrers/" + subject))).GET();
    }

    @Override
    public Set<Integer> results() {
        return Set.of(200, 400, 404, 405);
    }

    @Override
    public Optional<Page> read(Answer answer) throws IOException {
        return answer.status() == 200
                ? Optional.of(new Page(new Bytes(answer.bytes(LONGEST)), NamePage.next(answer)))
                : Optional.empty();
    }
}
