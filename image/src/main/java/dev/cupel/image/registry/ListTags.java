package dev.cupel.image.registry;

import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;

/// One page of a repository's tags. Spec: OCI distribution-spec 1.1, "Listing Tags".
///
/// @param page where the page before said that this one is; empty for the first
record ListTags(String repository, Optional<URI> page) implements Endpoint<NamePage> {
    @Override
    public String action() {
        return "list the tags of " + repository;
    }

    @Override
    public Set<String> scopes() {
        return Scopes.pull(repository);
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        return HttpRequest.newBuilder(page.orElseGet(() -> v2Root.resolve(repository + "/tags/list"))).GET();
    }

    @Override
    public NamePage read(Answer answer) throws IOException {
        var tags = RegistryJson.read(answer, action()).path("tags").valueStream().map(tag -> tag.asString("")).toList();
        return new NamePage(tags, NamePage.next(answer));
    }
}
