package dev.cupel.image.registry;

import dev.cupel.image.Digest;
import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;

/// Ends an upload with its last part, or with all of it. The registry checks the digest.
/// Spec: OCI distribution-spec 1.1, "Pushing a blob monolithically" and "Pushing a blob in chunks".
record FinishUpload(String repository, UploadSession session, Digest blob, FilePart rest) implements Endpoint<Boolean> {
    @Override
    public String action() {
        return "upload blob " + blob + " to " + repository;
    }

    @Override
    public Set<String> scopes() {
        return Scopes.push(repository);
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        return HttpRequest.newBuilder(session.closing(blob))
                .header("Content-Type", "application/octet-stream")
                .PUT(rest.publisher());
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public Set<Integer> results() {
        return Set.of(201, 204);
    }

    @Override
    public Boolean read(Answer answer) throws IOException {
        var stored = DigestHeader.of(answer, action());
        if (stored.isPresent() && !stored.get().equals(blob)) {
            throw new MalformedAnswer("Cannot " + action() + ": the registry stored something else, of the digest " + stored.get() + ".");
        }
        return true;
    }
}
