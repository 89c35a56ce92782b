package dev.cupel.image.registry;

import dev.cupel.image.credentials.Credential;
import dev.cupel.image.registry.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/// Gets a token: by GET with a user's password or without one, by POST with an identity token.
/// Spec: distribution, "Token Authentication Specification" and "OAuth2 Token Authentication".
///
/// @param realm the token server, as the challenge names it
record FetchToken(URI realm, String service, Set<String> wanted, Credential credential, Instant now) implements Endpoint<Token> {
    /// The specification's own default for a server that does not say.
    private static final int DEFAULT_SECONDS = 60;
    /// A token is not used to its last second: it has to arrive.
    private static final int MARGIN_SECONDS = 5;

    @Override
    public String action() {
        return "get a token from " + realm.getScheme() + "://" + realm.getRawAuthority().replaceFirst("^.*@", "");
    }

    @Override
    public Set<String> scopes() {
        return Set.of();
    }

    @Override
    public HttpRequest.Builder request(URI v2Root) {
        StringJoiner form = new StringJoiner("&");
        form.add("service=" + encoded(service));
        if (credential instanceof Credential.IdentityToken identity) {
            form.add("client_id=cupel").add("grant_type=refresh_token").add("refresh_token=" + encoded(identity.token()));
            form.add("scope=" + encoded(String.join(" ", wanted)));
            return HttpRequest.newBuilder(realm)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
        }
        wanted.stream().sorted().forEach(scope -> form.add("scope=" + encoded(scope)));
        String joint = realm.getRawQuery() == null ? "?" : "&";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(realm + joint + form)).GET();
        return credential instanceof Credential.UserPassword user ? request.header("Authorization", user.basic()) : request;
    }

    @Override
    public Token read(Answer answer) throws IOException {
        JsonNode json = RegistryJson.read(answer, action());
        String secret = json.path("token").asString(json.path("access_token").asString(""));
        if (secret.isEmpty() || secret.chars().anyMatch(Character::isISOControl)) {
            throw new MalformedAnswer("Cannot " + action() + ": the answer holds none.");
        }
        long seconds = Math.clamp(json.path("expires_in").asLong(DEFAULT_SECONDS), DEFAULT_SECONDS, 86_400L);
        return new Token(secret, now.plusSeconds(seconds - MARGIN_SECONDS));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
