package dev.cupel.image.registry;

import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;

/// Opens an upload. Spec: OCI distribution-spec 1.1, "Pushing a blob monolithically", "POST then PUT".
record StartUpload(String repository) implements Endpoint<UploadSession> {
    @Override
    public String action() {
        return "start an upload to " + repository;
    }

    @Override
    public Set<String> scopes() {
        return Scopes.push(repository);
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        return HttpRequest.newBuilder(v2Root.resolve(repository + "/blobs/uploads/")).POST(HttpRequest.BodyPublishers.noBody());
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
