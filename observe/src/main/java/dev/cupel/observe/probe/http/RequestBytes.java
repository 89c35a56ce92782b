package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Header;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A request as it goes over the wire (RFC 9112). Only line breaks are taken out of targets and header values; whatever else
/// is wrong with them is meant.
final class RequestBytes {
    private static final Set<String> WITH_CONTENT = Set.of("POST", "PUT", "PATCH");

    private RequestBytes() {}

    /// @param cookies the visitor's; used unless the request brings its own
    static byte[] of(Ask.Http ask, List<Header> cookies) {
        byte[] body = ask.body().getBytes(StandardCharsets.UTF_8);
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Host", host(ask)));
        headers.add(new Header("User-Agent", "cupel-probe"));
        headers.add(new Header("Accept", "*/*"));
        headers.addAll(cookies);
        headers.removeIf(usual -> ask.headers().stream().anyMatch(own -> own.name().equalsIgnoreCase(usual.name())));
        headers.addAll(ask.headers());
        headers.add(new Header("Connection", "close"));
        if (body.length > 0 || WITH_CONTENT.contains(ask.method())) {
            headers.add(new Header("Content-Length", String.valueOf(body.length)));
        }
        StringBuilder head = new StringBuilder(line(ask.method()) + " " + line(ask.target()) + " HTTP/1.1\r\n");
        headers.forEach(one -> head.append(line(one.name())).append(": ").append(line(one.value())).append("\r\n"));
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(start.length + body.length).put(start).put(body).array();
    }

    private static String host(Ask.Http ask) {
        int usual = ask.origin().tls() ? 443 : 80;
        return ask.origin().port() == usual ? "127.0.0.1" : "127.0.0.1:" + ask.origin().port();
    }

    private static String line(String text) {
        return text.replaceAll("[\\r\\n]", "");
    }
}
