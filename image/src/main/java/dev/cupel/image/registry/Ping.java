package dev.cupel.image.registry;

import dev.cupel.image.registry.http.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;

/// Asks whether a registry is there and lets us in. Spec: OCI distribution-spec 1.1, "Determining Support".
record Ping() implements Endpoint<Boolean> {
    @Override
    public String action() {
        return "reach the registry";
    }

    @Override
    public Set<String> scopes() {
        return Set.of();
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        return HttpRequest.newBuilder(v2Root).GET();
    }

    @Override
    public Boolean read(Answer answer) {
        return true;
    }
}
