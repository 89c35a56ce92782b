package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Ask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Requests that were answered, with one of their values changed. The n-th round changes each in the n-th way.
final class Mutations {
    private static final List<String> VALUES = List.of(
            "0", "-1", "", "2147483648", "3.14", "true", "null", "%C3%A4%E2%82%AC%F0%9F%94%A5", "%27%20OR%201%3D1--", "%3Cb%3E",
            "..%2F..%2Fetc%2Fpasswd", "2024-02-29T12%3A30%3A00Z", "Asia%2FTokyo", "de_DE", "a".repeat(300), "%00", "[]", "*");

    private Mutations() {}

    static int rounds() {
        return VALUES.size();
    }

    /// The changed requests of one round; none where nothing can be changed.
    static List<Ask.Http> round(int number, List<Ask.Http> known) {
        String value = VALUES.get(number % VALUES.size());
        List<Ask.Http> all = new ArrayList<>();
        for (Ask.Http ask : known) {
            int query = ask.target().indexOf('?');
            if (query >= 0) {
                String pairs = changed(ask.target().substring(query + 1), number, value);
                all.add(copy(ask, Target.path(ask.target()) + "?" + pairs, ask.body()));
            }
            if (isForm(ask)) {
                all.add(copy(ask, ask.target(), changed(ask.body(), number, value)));
            }
            String path = Target.path(ask.target());
            if (path.matches(".*/(\\d+|[0-9a-f-]{36})") && !value.isEmpty()) {
                all.add(copy(ask, path.substring(0, path.lastIndexOf('/') + 1) + Target.encode(value), ask.body()));
            }
        }
        return all;
    }

    // One pair a round, in turn, so that a form with many fields is not refused for the first of them each time.
    private static String changed(String pairs, int turn, String value) {
        String[] each = pairs.split("&", -1);
        int chosen = turn % each.length;
        each[chosen] = each[chosen].replaceFirst("=.*", "") + "=" + Target.encode(value);
        return String.join("&", Arrays.asList(each));
    }

    private static boolean isForm(Ask.Http ask) {
        return !ask.body().isEmpty()
                && ask.headers().stream().anyMatch(one -> one.value().equals("application/x-www-form-urlencoded"));
    }

    private static Ask.Http copy(Ask.Http ask, String target, String body) {
        return new Ask.Http(ask.origin(), ask.method(), target, ask.headers(), body, ask.borrowed());
    }
}
