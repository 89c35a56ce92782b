package dev.cupel.image.registry.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;

/// An answer whose body is still on its way; closing it gives the rest up.
///
/// @param uri what was asked in the end, after redirects
public record Answer(URI uri, int status, HttpHeaders headers, InputStream body) implements Closeable {
    private static final int SHORT = 64 * 1024;

    /// The first header field of this name.
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /// The body's length as the header promises it; empty when it is missing or no number.
    public OptionalLong contentLength() {
        return header("Content-Length").filter(text -> text.matches("[0-9]{1,18}")).map(Long::parseLong).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /// The whole body; one longer than `most` bytes is an [IOException].
    public byte[] bytes(int most) throws IOException {
        byte[] bytes = body.readNBytes(most);
        if (bytes.length == most && body.read() >= 0) {
            throw new IOException("the answer is longer than " + most + " bytes");
        }
        return bytes;
    }

    /// Reads away a short rest, so that the connection can serve the next request, and closes.
    public void discard() throws IOException {
        body.readNBytes(SHORT);
        close();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
