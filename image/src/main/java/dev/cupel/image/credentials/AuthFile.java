package dev.cupel.image.credentials;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Docker's `config.json` and Podman's `auth.json` say of credentials.
///
/// @param entries by registry or repository, keys as [RegistryKey#plain] makes them
/// @param helpers suffix of the helper program, by registry
/// @param defaultHelper the helper for all others; empty for none
record AuthFile(Map<String, Credential> entries, Map<String, String> helpers, String defaultHelper) {
    private static final int LONGEST = 4 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    AuthFile {
        entries = Map.copyOf(entries);
        helpers = Map.copyOf(helpers);
    }

    static AuthFile parse(byte[] document) throws MalformedAuthFile {
        if (document.length > LONGEST) {
            throw new MalformedAuthFile("it is longer than " + LONGEST + " bytes");
        }
        JsonNode root = tree(document);
        Map<String, Credential> entries = new TreeMap<>();
        for (Map.Entry<String, JsonNode> auth : root.path("auths").properties()) {
            credential(auth.getValue()).ifPresent(found -> entries.put(RegistryKey.plain(auth.getKey()), found));
        }
        Map<String, String> helpers = new TreeMap<>();
        root.path("credHelpers").properties()
                .forEach(helper -> helpers.put(RegistryKey.plain(helper.getKey()), helper.getValue().asString("")));
        return new AuthFile(entries, helpers, root.path("credsStore").asString(""));
    }

    /// The helper program's suffix for this registry; empty for none.
    String helperFor(RegistryKey key) {
        return key.candidates().stream()
                .filter(helpers::containsKey)
                .findFirst()
                .map(found -> helpers.getOrDefault(found, ""))
                .orElse(defaultHelper);
    }

    Optional<Credential> entryFor(RegistryKey key) {
        return key.candidates().stream().flatMap(one -> Optional.ofNullable(entries.get(one)).stream()).findFirst();
    }

    private static JsonNode tree(byte[] document) throws MalformedAuthFile {
        try {
            return JSON.readTree(document);
        } catch (JacksonException e) {
            // Jackson's message quotes the text around the fault: neither it nor the exception goes on.
            var at = e.getLocation();
            throw new MalformedAuthFile("it is not JSON" + (at == null ? "" : ", line " + at.getLineNr()));
        }
    }

    private static Optional<Credential> credential(JsonNode entry) throws MalformedAuthFile {
        String identity = entry.path("identitytoken").asString("");
        if (!identity.isEmpty()) {
            return Optional.of(new Credential.IdentityToken(identity));
        }
        String registryToken = entry.path("registrytoken").asString("");
        if (!registryToken.isEmpty()) {
            return Optional.of(new Credential.RegistryToken(registryToken));
        }
        String user = entry.path("username").asString("");
        if (!user.isEmpty()) {
            return Optional.of(new Credential.UserPassword(user, entry.path("password").asString("")));
        }
        String auth = entry.path("auth").asString("");
        return auth.isEmpty() ? Optional.empty() : Optional.of(decoded(auth));
    }

    private static Credential decoded(String auth) throws MalformedAuthFile {
        try {
            String pair = new String(Base64.getDecoder().decode(auth.strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                // Some writers pad the pair with NUL bytes, and Docker strips them too.
                return new Credential.UserPassword(pair.substring(0, colon), pair.substring(colon + 1).replaceFirst("\0+$", ""));
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedAuthFile("an \"auth\" in it is not Base64; log in to that registry again");
        }
        throw new MalformedAuthFile("an \"auth\" in it is not user:password in Base64; log in to that registry again");
    }
}
