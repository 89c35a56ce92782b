package dev.cupel.image.engine.http;

import java.io.IOException;

/// The other side took no more of the request. Its answer may already be there and tell why.
final class PeerStoppedReading extends IOException {
    private static final long serialVersionUID = 1L;

    PeerStoppedReading(IOException cause) {
        super("the connection was closed before the whole request was sent", cause);
    }
}
