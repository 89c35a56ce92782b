package dev.cupel.observe.probe.http;

import dev.cupel.image.Digest;
import dev.cupel.observe.probe.transcript.Body;
import dev.cupel.observe.probe.transcript.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/// Makes a comparable [Body] of raw bytes: content encodings undone, text kept, everything digested.
record BodyReader(HttpLimits limits) {
    Body read(List<Header> headers, byte[] raw) {
        byte[] content = decoded(value(headers, "content-encoding"), raw);
        String text = isText(value(headers, "content-type"), content) ? text(content) : "";
        boolean whole = !text.isEmpty() && content.length <= limits.textBytes();
        return new Body(content.length, Digest.of(content), text, whole || content.length == 0);
    }

    // A damaged or cut stream is compared as the bytes that came: the damage itself is what the answer was.
    private byte[] decoded(String encoding, byte[] raw) {
        try (InputStream in = switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(new ByteArrayInputStream(raw));
            case "deflate" -> new InflaterInputStream(new ByteArrayInputStream(raw));
            default -> new ByteArrayInputStream(raw);
        }) {
            return in.readNBytes((int) Math.min(limits.bodyBytes(), Integer.MAX_VALUE - 8));
        } catch (IOException e) {
            return raw;
        }
    }

    private static boolean isText(String contentType, byte[] content) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.isEmpty()) {
            return content.length < 4096 && isUtf8(content);
        }
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("javascript")
                || type.contains("yaml") || type.contains("urlencoded");
    }

    private static boolean isUtf8(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private String text(byte[] content) {
        return new String(content, 0, Math.min(content.length, limits.textBytes()), StandardCharsets.UTF_8);
    }

    private static String value(List<Header> headers, String name) {
        return headers.stream()
                .filter(one -> one.name().equals(name))
                .map(one -> one.value().trim().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }
}
