package dev.cupel.observe.probe.http;

import java.io.IOException;

/// What came back is not HTTP/1.
final class MalformedResponse extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedResponse(String what) {
        super(what);
    }
}
