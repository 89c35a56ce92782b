package dev.cupel.observe.probe.protocol;

import java.io.IOException;

/// A service's bytes are not what its protocol says they must be, or more than a probe reads.
public final class MalformedReply extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedReply(String what) {
        super(what);
    }
}
