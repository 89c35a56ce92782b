package dev.cupel.image.registry;

import dev.cupel.image.Digest;
import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;

/// Takes a blob over from another repository of the same registry without sending it. Where the registry cannot, it has opened an
/// upload instead; empty when the blob is there. Spec: OCI distribution-spec 1.1, "Mounting a blob from another repository".
record MountBlob(String repository, Digest blob, String from) implements Endpoint<Optional<UploadSession>> {
    @Override
    public String action() {
        return "mount blob " + blob + " from " + from + " into " + repository;
    }

    @Override
    public Set<String> scopes() {
        return Scopes.mount(repository, from);
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        return HttpRequest.newBuilder(v2Root.resolve(repository + "/blobs/uploads/?mount=" + blob + "&from=" + from))
                .POST(HttpRequest.BodyPublishers.noBody());
    }

    @Override
    public Set<Integer> results() {
        return Set.of(201, 202);
    }

    @Override
    public Optional<UploadSession> read(Answer answer) throws IOException {
        return answer.status() == 201 ? Optional.empty() : Optional.of(UploadSession.from(answer, action()));
    }
}
