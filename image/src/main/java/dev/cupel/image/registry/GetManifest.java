package dev.cupel.image.registry;

import dev.cupel.image.Digest;
import dev.cupel.image.Quoted;
import dev.cupel.image.manifest.ManifestReader;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;

/// Gets a manifest or an index, and checks it against the digest it was asked by or, asked by tag, against the one that the registry
/// states. Spec: OCI distribution-spec 1.1, "Pulling manifests".
record GetManifest(String repository, String reference) implements Endpoint<RemoteManifest> {
    private static final Digest ANY = Digest.of(new byte[0]);

    @Override
    public String action() {
        return "get the manifest " + Quoted.of(reference) + " of " + repository;
    }

    @Override
    public Set<String> scopes() {
        return Scopes.pull(repository);
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        return HttpRequest.newBuilder(v2Root.resolve(repository + "/manifests/" + reference))
                .header("Accept", String.join(", ", MediaTypes.acceptedManifests()))
                .GET();
    }

    @Override
    public RemoteManifest read(Answer answer) throws IOException {
        Bytes bytes = new Bytes(answer.bytes(ManifestReader.MOST_BYTES));
        Optional<Digest> expected = expected(answer);
        Digest found = bytes.digestLike(expected.orElse(ANY));
        if (expected.isPresent() && !found.equals(expected.get())) {
            throw new MalformedAnswer("Cannot " + action() + ": the registry sent other content, of the digest " + found + ".");
        }
        return new RemoteManifest(answer.header("Content-Type").orElse("").split(";", 2)[0].strip(), found, bytes);
    }

    private Optional<Digest> expected(Answer answer) throws MalformedAnswer {
        return reference.indexOf(':') >= 0
                ? Optional.of(Digest.parse(reference))
                : DigestHeader.of(answer, action());
    }
}
