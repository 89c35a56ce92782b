package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Header;
import dev.cupel.observe.probe.transcript.Origin;
import java.util.ArrayList;
import java.util.List;

/// The same resource asked for in the other ways that HTTP has, and what is no resource at all. Error paths load files
/// that nothing else loads: templates of error pages, compressors, message catalogues.
final class Variations {
    private static final String LONG_NAME = "a".repeat(1_500);

    private Variations() {}

    /// Other methods, encodings, conditions, ranges and languages for a request that was answered.
    static List<Ask.Http> of(Ask.Http known, Answer.Http answer) {
        Ask.Http plain = Ask.Http.get(known.origin(), known.target());
        List<Ask.Http> all = new ArrayList<>();
        for (String method : List.of("HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "CUPEL")) {
            all.add(plain.withMethod(method));
        }
        for (String encoding : List.of("gzip", "br", "zstd", "deflate", "identity", "*;q=0", "gzip, deflate, br")) {
            all.add(plain.withHeader("Accept-Encoding", encoding));
        }
        answer.header("etag").ifPresent(tag -> all.add(plain.withHeader("If-None-Match", tag)));
        answer.header("etag").ifPresent(tag -> all.add(plain.withHeader("If-Match", "\"other\"")));
        answer.header("last-modified").ifPresent(time -> all.add(plain.withHeader("If-Modified-Since", time)));
        all.add(plain.withHeader("If-Modified-Since", "Sun, 01 Jan 2023 00:00:00 GMT"));
        for (String range : List.of("bytes=0-9", "bytes=-5", "bytes=0-1,4-5", "bytes=999999999-")) {
            all.add(plain.withHeader("Range", range));
        }
        for (String language : List.of("de-DE,de;q=0.9", "ja", "xx")) {
            all.add(plain.withHeader("Accept-Language", language));
        }
        for (String type : List.of("application/json", "text/html", "application/xml", "text/csv", "image/webp", "nothing/known")) {
            all.add(plain.withHeader("Accept", type));
        }
        return all;
    }

    /// Requests that should end in an error page.
    static List<Ask.Http> bad(Origin origin) {
        List<Ask.Http> all = new ArrayList<>();
        for (String target : List.of(
                "/cupel-no-such-page", "/cupel/no/such.html", "/cupel.php", "/cupel.jpg", "/..%2f..%2fetc/passwd", "/../../etc/passwd",
                "/%00", "/%ff%fe", "/a//b", "/.git/config", "/.htaccess", "/.env", "/~root/", "/cgi-bin/cupel", "/" + LONG_NAME,
                "/?cupel=%F0%9F%94%A5", "/?" + "a".repeat(9_000), "/index.html/extra", "/;cupel=1")) {
            all.add(Ask.Http.get(origin, target));
        }
        Ask.Http root = Ask.Http.get(origin, "/");
        all.add(root.withHeader("X-Cupel", "x".repeat(9_000)));
        all.add(root.withHeader("Cookie", "session=not-a-session; csrftoken=none"));
        all.add(root.withHeader("Authorization", "Basic Y3VwZWw6Y3VwZWw="));
        all.add(root.withHeader("Authorization", "Bearer not.a.token"));
        all.add(root.withHeader("X-Forwarded-Proto", "https").withHeader("X-Forwarded-For", "192.0.2.7"));
        all.add(post(origin, "application/json", "{\"cupel\":1}"));
        all.add(post(origin, "application/json", "{not json"));
        all.add(post(origin, "application/xml", "<?xml version=\"1.0\"?><cupel/>"));
        all.add(post(origin, "application/x-www-form-urlencoded", "cupel=1"));
        all.add(post(origin, "text/plain", "x".repeat(1_200_000)));
        return all;
    }

    private static Ask.Http post(Origin origin, String type, String body) {
        return new Ask.Http(origin, "POST", "/", List.of(new Header("Content-Type", type)), body, List.of());
    }
}
