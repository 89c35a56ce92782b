package dev.cupel.image.registry;

import java.time.Instant;

/// A token that a token server gave; its text form does not show it.
record Token(String secret, Instant expires) {
    boolean isGoodAt(Instant now) {
        return now.isBefore(expires);
    }

    String header() {
        return "Bearer " + secret;
    }

    @Override
    public String toString() {
        return "a token until " + expires;
    }
}
