package dev.cupel.image.engine.http;

import dev.cupel.image.Quoted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Status line and header fields of an answer, names in lower case; of a field sent twice the last one stands.
/// Spec: RFC 9112, sections 4 and 5.
record ResponseHead(int status, Map<String, String> fields) {
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_FIELDS = 200;

    ResponseHead {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /// Reads up to the first byte of the body.
    static ResponseHead read(InputStream in) throws IOException {
        String statusLine = line(in);
        int status = status(statusLine);
        Map<String, String> fields = new TreeMap<>();
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            int colon = field.indexOf(':');
            if (colon <= 0 || fields.size() >= MOST_FIELDS) {
                throw new MalformedHttp(colon <= 0 ? Quoted.of(field) + " is not a header field" : "more than " + MOST_FIELDS + " header fields");
            }
            fields.put(field.substring(0, colon).trim().toLowerCase(Locale.ROOT), field.substring(colon + 1).trim());
        }
        return new ResponseHead(status, fields);
    }

    Optional<String> field(String lowerCaseName) {
        return Optional.ofNullable(fields.get(lowerCaseName));
    }

    boolean isChunked() {
        return field("transfer-encoding").map(value -> value.toLowerCase(Locale.ROOT).endsWith("chunked")).orElse(false);
    }

    /// The length that the answer promises; empty when it ends with the connection.
    OptionalLong contentLength() throws MalformedHttp {
        String value = field("content-length").orElse("");
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!value.matches("[0-9]{1,18}")) {
            throw new MalformedHttp("the content length is " + Quoted.of(value));
        }
        return OptionalLong.of(Long.parseLong(value));
    }

    /// One line without its end; bytes are Latin-1, as RFC 9110 section 5.5 has it.
    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new MalformedHttp("the answer ends within a line");
            }
            if (bytes.size() >= LONGEST_LINE) {
                throw new MalformedHttp("a line is longer than " + LONGEST_LINE + " bytes");
            }
            bytes.write(b);
        }
        String line = bytes.toString(StandardCharsets.ISO_8859_1);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private static int status(String line) throws MalformedHttp {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw new MalformedHttp(Quoted.of(line) + " is not an HTTP/1.1 status line");
        }
        return Integer.parseInt(line.substring(9, 12));
    }
}
