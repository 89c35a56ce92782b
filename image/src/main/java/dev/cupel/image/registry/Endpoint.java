package dev.cupel.image.registry;

import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;

/// One request of the protocol. Authentication, redirects, retries and statuses that are no result are [RegistryClient]'s.
/// A request may be sent more than once, so its body must start anew each time.
interface Endpoint<T> {
    /// What it does, as it reads after "Cannot ".
    String action();

    /// What a token must allow, in the form of a scope: `repository:team/app:pull`.
    Set<String> scopes();

    HttpRequest.Builder request(URI v2Root);

    /// Statuses that [#read] makes a result of.
    default Set<Integer> results() {
        return Set.of(200);
    }

    /// Whether the result is the body itself, which whoever gets it closes. Else the answer is closed behind [#read].
    default boolean streams() {
        return false;
    }

    /// Whether sending it twice is the same as sending it once. What is not is sent again by whoever knows how far it came.
    default boolean repeatable() {
        return true;
    }

    T read(Answer answer) throws IOException;
}
