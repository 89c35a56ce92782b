package dev.cupel.observe.probe.http;

import dev.cupel.image.Quoted;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one HTTP/1 response (RFC 9112). A body that ends early or never is what has come until then.
final class ResponseReader {
    private static final int LONGEST_HEAD = 256 << 10;
    private static final int MOST_HEADERS = 500;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private final InputStream in;
    private final HttpLimits limits;
    private int headBytes;

    ResponseReader(InputStream in, HttpLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    /// @param method of the request: an answer to HEAD has no body, whatever its head says
    Answer.Http read(String method) throws IOException {
        int status = status();
        List<Header> headers = headers();
        while (status < 200 && status != 101) { // 100 Continue, 103 Early Hints
            status = status();
            headers = headers();
        }
        boolean bodiless = method.equals("HEAD") || status == 204 || status == 304 || status == 101;
        byte[] raw = bodiless ? new byte[0] : new BodyFraming(in, limits.bodyBytes()).read(headers);
        return new Answer.Http(status, headers, new BodyReader(limits).read(headers, raw));
    }

    private int status() throws IOException {
        String line = line();
        Matcher matcher = STATUS_LINE.matcher(line);
        if (!matcher.matches()) {
            throw new MalformedResponse("the answer is not HTTP: it begins with " + Quoted.of(line));
        }
        return Integer.parseInt(matcher.group(1));
    }

    private List<Header> headers() throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0 || headers.size() >= MOST_HEADERS) {
                throw new MalformedResponse("a header line of the answer is none, or there are too many: " + Quoted.of(line));
            }
            headers.add(new Header(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new MalformedResponse(headBytes == 0 ? "the server hung up without an answer" : "the answer ends within its head");
            }
            if (++headBytes > LONGEST_HEAD) {
                throw new MalformedResponse("the head of the answer is longer than " + LONGEST_HEAD + " bytes");
            }
            line.write(c);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
