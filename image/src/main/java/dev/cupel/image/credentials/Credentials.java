package dev.cupel.image.credentials;

import java.io.IOException;

/// Knows what to show which registry.
@FunctionalInterface
public interface Credentials {
    /// What to show for this repository; [Credential.Anonymous] when nothing is known.
    Credential forRepository(String registry, String repository) throws IOException;

    /// Knows nothing: everything is asked for anonymously.
    static Credentials none() {
        return (registry, repository) -> new Credential.Anonymous();
    }
}
