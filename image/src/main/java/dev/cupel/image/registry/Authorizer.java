package dev.cupel.image.registry;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.credentials.Credential;
import dev.cupel.image.credentials.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Knows what to put into the `Authorization` header of one registry, and learns it from the registry's challenges.
final class Authorizer {
    private final String registry;
    private final boolean plain;
    private final Credentials credentials;
    private final InstantSource clock;
    private final TokenServer tokens;
    private final Map<Set<String>, Token> known = new ConcurrentHashMap<>();
    /// For a request's scopes, those that the registry wanted instead.
    private final Map<Set<String>, Set<String>> corrected = new ConcurrentHashMap<>();
    private volatile @Nullable Challenge challenge;

    /// Sends a request for a token, with the retries of all requests but without authorization.
    interface TokenServer {
        Token fetch(FetchToken request) throws IOException;
    }

    Authorizer(String registry, boolean plain, Credentials credentials, InstantSource clock, TokenServer tokens) {
        this.registry = registry;
        this.plain = plain;
        this.credentials = credentials;
        this.clock = clock;
        this.tokens = tokens;
    }

    /// What to send along for these scopes; empty before the registry has asked for anything.
    Optional<String> header(Set<String> scopes) throws IOException {
        Challenge asked = challenge;
        return asked == null ? Optional.empty() : answer(asked, scopes);
    }

    /// Learns from an answer 401. What was sent before was not good enough: tokens for these scopes are dropped.
    void learn(Challenge asked, Set<String> scopes) {
        challenge = asked;
        corrected.put(scopes, withAsked(asked.parameter("scope"), scopes));
        known.remove(wanted(scopes));
    }

    private Optional<String> answer(Challenge asked, Set<String> scopes) throws IOException {
        Set<String> wanted = wanted(scopes);
        Token token = known.get(wanted);
        if (token != null && token.isGoodAt(clock.instant())) {
            return Optional.of(token.header());
        }
        Credential credential = credentials.forRepository(registry, repository(wanted));
        if (credential instanceof Credential.RegistryToken given) {
            return Optional.of("Bearer " + given.token());
        }
        if (asked.scheme().equals("basic")) {
            return credential instanceof Credential.UserPassword user ? Optional.of(user.basic()) : Optional.empty();
        }
        Token fresh = tokens.fetch(new FetchToken(realm(asked), asked.parameter("service"), wanted, credential, clock.instant()));
        known.put(wanted, fresh);
        return Optional.of(fresh.header());
    }

    private Set<String> wanted(Set<String> scopes) {
        return corrected.getOrDefault(scopes, scopes);
    }

    /// The scopes of the request, and that of the challenge where it speaks of another resource: a registry may know its own
    /// repositories under other names.
    private static Set<String> withAsked(String asked, Set<String> scopes) {
        String resource = asked.replaceFirst("[^:]*$", "");
        if (asked.isEmpty() || scopes.stream().anyMatch(scope -> scope.startsWith(resource))) {
            return scopes;
        }
        Set<String> both = new TreeSet<>(scopes);
        both.addAll(Arrays.asList(asked.split(" ")));
        return both;
    }

    private static String repository(Set<String> scopes) {
        return scopes.stream()
                .filter(scope -> scope.startsWith("repository:"))
                .map(scope -> scope.split(":")[1])
                .findFirst()
                .orElse("");
    }

    /// The token server gets the password, so an encrypted registry may not send it over a plain line.
    private URI realm(Challenge asked) throws MalformedAnswer {
        try {
            URI realm = new URI(asked.parameter("realm"));
            boolean encrypted = "https".equals(realm.getScheme());
            if (realm.getRawAuthority() == null || !(encrypted || (plain && "http".equals(realm.getScheme())))) {
                throw new CupelException(
                        Fault.INPUT,
                        "The registry " + registry + " sends for a token to an address that is not encrypted.",
                        "Tell the registry's owner; Cupel does not send credentials there.");
            }
            return realm;
        } catch (URISyntaxException e) {
            throw new MalformedAnswer("The registry " + registry + " sends for a token to something that is no address.", e);
        }
    }
}
