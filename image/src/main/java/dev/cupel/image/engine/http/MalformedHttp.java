package dev.cupel.image.engine.http;

import java.io.IOException;

/// Bytes that are not the HTTP answer they should be.
public final class MalformedHttp extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedHttp(String message) {
        super(message);
    }
}
