package dev.cupel.image.registry;

import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;

/// Asks how far an upload has come. Spec: OCI distribution-spec 1.1, "Pushing a blob in chunks".
record UploadStatus(String repository, UploadSession session) implements Endpoint<UploadSession> {
    @Override
    public String action() {
        return "ask how far an upload to " + repository + " has come";
    }

    @Override
    public Set<String> scopes() {
        return Scopes.push(repository);
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        return HttpRequest.newBuilder(session.location()).GET();
    }

    @Override
    public Set<Integer> results() {
        return Set.of(204);
    }

    @Override
    public UploadSession read(Answer answer) throws IOException {
        return UploadSession.from(answer, action());
    }
}
