package dev.cupel.image.registry;

import dev.cupel.image.Digest;
import dev.cupel.image.registry.http.Answer;
import java.util.Optional;

/// The header in which a registry states what it sends. Spec: OCI distribution-spec 1.1, "Docker-Content-Digest".
final class DigestHeader {
    private DigestHeader() {}

    static Optional<Digest> of(Answer answer, String action) throws MalformedAnswer {
        try {
            return answer.header("Docker-Content-Digest").map(Digest::parse);
        } catch (IllegalArgumentException e) {
            throw new MalformedAnswer("Cannot " + action + ": the registry states a digest that is none.", e);
        }
    }
}
