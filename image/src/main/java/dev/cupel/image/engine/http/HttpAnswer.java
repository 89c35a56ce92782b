package dev.cupel.image.engine.http;

import dev.cupel.image.Quoted;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// An answer whose body is still on its way; closing it closes the connection.
public final class HttpAnswer implements Closeable {
    private final ResponseHead head;
    private final InputStream body;
    private final Closeable connection;

    private HttpAnswer(ResponseHead head, InputStream body, Closeable connection) {
        this.head = head;
        this.body = body;
        this.connection = connection;
    }

    static HttpAnswer read(InputStream in, String method, Closeable connection) throws IOException {
        ResponseHead head = ResponseHead.read(in);
        while (head.status() == 100) {
            head = ResponseHead.read(in);
        }
        return new HttpAnswer(head, body(head, in, method), connection);
    }

    public int status() {
        return head.status();
    }

    /// A header field by its lower-case name.
    public Optional<String> field(String lowerCaseName) {
        return head.field(lowerCaseName);
    }

    /// The body without its framing. A body that is cut short ends in [MalformedHttp], never in a plain end.
    public InputStream body() {
        return body;
    }

    /// The whole body, which must be no longer than `mostBytes`.
    public byte[] bytes(int mostBytes) throws IOException {
        byte[] bytes = body.readNBytes(mostBytes);
        if (bytes.length == mostBytes && body.read() >= 0) {
            throw new MalformedHttp("the answer is longer than " + mostBytes + " bytes");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private static InputStream body(ResponseHead head, InputStream in, String method) throws IOException {
        if (method.equals("HEAD") || head.status() == 204 || head.status() == 304) {
            return InputStream.nullInputStream();
        }
        if (head.isChunked()) {
            return new ChunkedInput(in);
        }
        String coding = head.field("transfer-encoding").orElse("");
        if (!coding.isEmpty()) {
            throw new MalformedHttp("the answer comes in the transfer coding " + Quoted.of(coding));
        }
        var length = head.contentLength();
        return length.isPresent() ? new LengthInput(in, length.getAsLong()) : in;
    }
}
