package dev.cupel.image.registry;

import java.util.Set;

/// Scopes as token servers read them. Spec: distribution, "Token Scope Documentation".
final class Scopes {
    private Scopes() {}

    static Set<String> pull(String repository) {
        return Set.of("repository:" + repository + ":pull");
    }

    static Set<String> push(String repository) {
        return Set.of("repository:" + repository + ":pull,push");
    }

    static Set<String> mount(String repository, String from) {
        return Set.of("repository:" + repository + ":pull,push", "repository:" + from + ":pull");
    }

    static Set<String> catalog() {
        return Set.of("registry:catalog:*");
    }
}
