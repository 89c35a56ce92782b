package dev.cupel.image.store;

import java.io.IOException;

/// Bytes that are not those which their digest or size promises. Fetching them again may help; using them never does.
public final class WrongBlob extends IOException {
    private static final long serialVersionUID = 1L;

    WrongBlob(String message) {
        super(message);
    }
}
