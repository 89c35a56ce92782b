package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;

/// Takes a message body out of its framing (RFC 9112, section 6): chunks, a length, or everything until the end.
///
/// @param most bytes that are read; the rest is left
record BodyFraming(InputStream in, long most) {
    byte[] read(List<Header> headers) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean chunked = value(headers, "transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked");
        String length = value(headers, "content-length");
        try {
            if (chunked) {
                chunks(body);
            } else {
                copy(length.matches("\\d{1,18}") ? Long.parseLong(length) : Long.MAX_VALUE, body);
            }
        } catch (SocketTimeoutException | SocketException e) {
            return body.toByteArray(); // an endless stream of events, or a server that resets: what came is the answer
        }
        return body.toByteArray();
    }

    private void chunks(ByteArrayOutputStream body) throws IOException {
        for (long size = chunkSize(); size > 0 && body.size() < most; size = chunkSize()) {
            copy(size, body);
            line();
        }
    }

    // A malformed size ends the body, as the end of the stream does.
    private long chunkSize() throws IOException {
        String digits = line().replaceFirst(";.*", "").strip();
        return digits.matches("[0-9A-Fa-f]{1,15}") ? Long.parseLong(digits, 16) : 0;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n' && line.length() < 1_000; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private void copy(long count, ByteArrayOutputStream body) throws IOException {
        byte[] buffer = new byte[8 << 10];
        long left = Math.min(count, most - body.size());
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            body.write(buffer, 0, read);
            left -= read;
        }
    }

    private static String value(List<Header> headers, String name) {
        return headers.stream().filter(one -> one.name().equals(name)).map(Header::value).findFirst().orElse("");
    }
}
