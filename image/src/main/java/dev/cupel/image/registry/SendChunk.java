package dev.cupel.image.registry;

import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;

/// Sends one part of a blob. Spec: OCI distribution-spec 1.1, "Pushing a blob in chunks".
record SendChunk(String repository, UploadSession session, FilePart part) implements Endpoint<UploadSession> {
    @Override
    public String action() {
        return "upload a part of a blob to " + repository;
    }

    @Override
    public Set<String> scopes() {
        return Scopes.push(repository);
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        return HttpRequest.newBuilder(session.location())
                .header("Content-Type", "application/octet-stream")
                .header("Content-Range", part.from() + "-" + (part.from() + part.length() - 1))
                .method("PATCH", part.publisher());
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public Set<Integer> results() {
        return Set.of(202);
    }

    @Override
    public UploadSession read(Answer answer) throws IOException {
        return UploadSession.from(answer, action());
    }
}
