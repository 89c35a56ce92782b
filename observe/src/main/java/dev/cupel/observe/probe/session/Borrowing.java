package dev.cupel.observe.probe.session;

import dev.cupel.observe.probe.http.FormValues;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Borrowed;
import dev.cupel.observe.probe.transcript.Exchange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Puts the values that this run's answers handed out in the place of those of the recorded run.
record Borrowing(List<Exchange> exchanges) {
    /// The question as it must be asked in this run.
    Ask renew(Ask ask) {
        if (!(ask instanceof Ask.Http http) || http.borrowed().isEmpty()) {
            return ask;
        }
        String target = http.target();
        String body = http.body();
        for (Borrowed one : http.borrowed()) {
            Optional<String> now = value(one);
            if (now.isPresent()) {
                target = replaced(target, one.value(), now.get());
                body = replaced(body, one.value(), now.get());
            }
        }
        return new Ask.Http(http.origin(), http.method(), target, http.headers(), body, List.of());
    }

    private Optional<String> value(Borrowed one) {
        return exchanges.stream()
                .filter(exchange -> exchange.id().equals(one.exchange()))
                .flatMap(exchange -> exchange.answer() instanceof Answer.Http answer
                        ? FormValues.in(answer, one.place()).stream()
                        : Optional.<String>empty().stream())
                .findFirst();
    }

    private static String replaced(String text, String old, String now) {
        return text.replace(encoded(old), encoded(now)).replace(old, now);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
