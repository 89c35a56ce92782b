package dev.cupel.image.credentials;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What to show a registry. The text form names the kind and never the secret.
public sealed interface Credential {
    /// Nothing: public images only.
    record Anonymous() implements Credential {
        @Override
        public String toString() {
            return "no credentials";
        }
    }

    /// A user and a password, or an access token in the password's place.
    record UserPassword(String user, String password) implements Credential {
        /// The value of a `Basic` authorization header (RFC 7617).
        public String basic() {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }

        @Override
        public String toString() {
            return "a user name with a password";
        }
    }

    /// A long-lived token that the token server trades for short ones (OAuth 2 refresh token).
    record IdentityToken(String token) implements Credential {
        @Override
        public String toString() {
            return "an identity token";
        }
    }

    /// A token that the registry itself takes.
    record RegistryToken(String token) implements Credential {
        @Override
        public String toString() {
            return "a registry token";
        }
    }
}
