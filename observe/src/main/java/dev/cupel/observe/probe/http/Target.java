package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What stands behind the method in a request line: path and query. Only targets on the probed server come out of here.
final class Target {
    private static final int LONGEST = 2_000;
    private static final Set<String> OWN_HOSTS = Set.of("127.0.0.1", "localhost", "0.0.0.0", "[::1]");
    private static final Pattern VARIABLE_SEGMENT =
            Pattern.compile("\\d+|[0-9a-fA-F]{8,}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|\\d{4}-\\d{2}-\\d{2}.*");

    private Target() {}

    /// Where a link on the page at `from` leads; empty if it leaves the server or is none (`mailto:`, `javascript:`).
    static Optional<String> resolve(Origin origin, String from, String link) {
        String cleaned = encode(link.strip());
        if (cleaned.length() > LONGEST || cleaned.startsWith("#")) {
            return Optional.empty();
        }
        try {
            URI resolved = new URI(origin.base() + from).resolve(new URI(cleaned));
            return isOwn(origin, resolved) ? local(resolved) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The path and query of an address whose host is taken for the probed one: site maps name the public host.
    static Optional<String> ofOwnSite(String address) {
        try {
            return local(new URI(encode(address.strip())));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// The target with what varies between pages of one kind left out: `/item/17?page=3` and `/item/9?page=1` are alike.
    static String shape(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        String segments = Arrays.stream(path.split("/", -1))
                .map(part -> VARIABLE_SEGMENT.matcher(part).matches() ? "*" : part)
                .collect(Collectors.joining("/"));
        if (query < 0) {
            return segments;
        }
        String names = Arrays.stream(target.substring(query + 1).split("&", -1))
                .map(pair -> pair.replaceFirst("=.*", ""))
                .sorted()
                .distinct()
                .collect(Collectors.joining("&"));
        return segments + "?" + names;
    }

    /// The path alone.
    static String path(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /// Percent-encodes what may not stand in an address, and leaves what is encoded already.
    static String encode(String text) {
        StringBuilder out = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            boolean legal = c > 0x20 && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0;
            out.append(legal ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return out.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    private static boolean isOwn(Origin origin, URI address) {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        int port = address.getPort() < 0 ? usual : address.getPort();
        return address.getHost() != null && OWN_HOSTS.contains(address.getHost()) && port == origin.port();
    }

    private static Optional<String> local(URI address) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return path.startsWith("/") && !address.isOpaque() ? Optional.of(path + query) : Optional.empty();
    }
}
