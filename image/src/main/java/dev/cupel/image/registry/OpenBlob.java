package dev.cupel.image.registry;

import dev.cupel.image.Digest;
import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.OptionalLong;
import java.util.Set;

/// Opens one blob from the byte `from` on. Nothing is checked here but what the headers say: who reads the bytes checks them.
/// Spec: OCI distribution-spec 1.1, "Pulling blobs".
record OpenBlob(String repository, Digest blob, long sizeBytes, long from) implements Endpoint<InputStream> {
    @Override
    public String action() {
        return "pull blob %s of %s".formatted(blob, repository);
    }

    @Override
    public Set<String> scopes() {
        return Scopes.pull(repository);
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(v2Root.resolve(repository + "/blobs/" + blob)).GET();
        return from == 0 ? request : request.header("Range", "bytes=" + from + "-");
    }

    @Override
    public Set<Integer> results() {
        return from == 0 ? Set.of(200) : Set.of(200, 206);
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public InputStream read(Answer answer) throws IOException {
        boolean partial = answer.status() == 206;
        if (partial && !answer.header("Content-Range").orElse("").startsWith("bytes " + from + "-")) {
            throw new MalformedAnswer("Cannot " + action() + ": asked for the bytes from " + from + ", the registry sent others.");
        }
        OptionalLong promised = answer.contentLength();
        long expected = partial ? sizeBytes - from : sizeBytes;
        if (promised.isPresent() && promised.getAsLong() != expected) {
            throw new MalformedAnswer("Cannot " + action() + ": it should have " + sizeBytes + " bytes, the registry offers "
                    + (promised.getAsLong() + (partial ? from : 0)) + ".");
        }
        if (!partial) {
            answer.body().skipNBytes(from);
        }
        return answer.body();
    }
}
