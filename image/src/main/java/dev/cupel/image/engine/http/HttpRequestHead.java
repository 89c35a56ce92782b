package dev.cupel.image.engine.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/// The request line and header fields of one request. `target` is path and query, already percent-encoded.
record HttpRequestHead(String method, String target, Map<String, String> fields) {
    HttpRequestHead {
        fields = Map.copyOf(fields);
        if (method.isEmpty() || hasControl(method) || hasControl(target) || target.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("a request line may hold no space and no control character");
        }
        if (fields.entrySet().stream().anyMatch(field -> hasControl(field.getKey()) || hasControl(field.getValue()))) {
            throw new IllegalArgumentException("a header field may hold no control character");
        }
    }

    byte[] bytes() {
        StringJoiner lines = new StringJoiner("\r\n", "", "\r\n\r\n");
        lines.add(method + " " + target + " HTTP/1.1");
        fields.forEach((name, value) -> lines.add(name + ": " + value));
        return lines.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
