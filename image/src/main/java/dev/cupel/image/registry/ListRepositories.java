package dev.cupel.image.registry;

import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;

/// One page of a registry's repositories, which big public registries do not give. Spec: distribution, "Listing Repositories".
///
/// @param page where the page before said that this one is; empty for the first
record ListRepositories(Optional<URI> page) implements Endpoint<NamePage> {
    @Override
    public String action() {
        return "list the repositories of the registry";
    }

    @Override
    public Set<String> scopes() {
        return Scopes.catalog();
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        return HttpRequest.newBuilder(page.orElseGet(() -> v2Root.resolve("_catalog"))).GET();
    }

    @Override
    public NamePage read(Answer answer) throws IOException {
        var names = RegistryJson.read(answer, action()).path("repositories").valueStream().map(name -> name.asString("")).toList();
        return new NamePage(names, NamePage.next(answer));
    }
}
