package dev.cupel.observe.probe.comparison;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Body;
import dev.cupel.observe.probe.transcript.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Compares HTTP answers: status, headers, then the body by its kind.
record HttpComparison(Exchange question, List<Answer.Http> originals) {
    List<Difference> with(Answer.Http now) {
        String label = question.ask().label();
        if (originals.stream().noneMatch(one -> one.status() == now.status())) {
            return List.of(new Difference.OtherStatus(question.id(), label, originals.getFirst().status(), now.status()));
        }
        // A run of the original that went another way (a limit, a lock) says nothing about this one's content.
        List<Answer.Http> alike = originals.stream().filter(one -> one.status() == now.status()).toList();
        List<Difference> all = new ArrayList<>(new HeaderComparison(question, alike).with(now));
        body(alike.stream().map(Answer.Http::body).toList(), now.body()).ifPresent(all::add);
        return all;
    }

    private Optional<Difference> body(List<Body> known, Body now) {
        if (known.stream().anyMatch(one -> one.digest().equals(now.digest()))) {
            return Optional.empty();
        }
        if (known.getFirst().text().isEmpty() || now.text().isEmpty()) {
            return bytes(known, now);
        }
        List<JsonNode> json = known.stream().map(one -> JsonTemplate.parse(one.text())).flatMap(Optional::stream).toList();
        Optional<JsonNode> jsonNow = JsonTemplate.parse(now.text());
        if (json.size() == known.size() && jsonNow.isPresent()) {
            return new JsonTemplate(json).departure(jsonNow.get()).map(one -> differs("body " + one.pointer(), one.original(), one.now()));
        }
        Optional<Difference> text = TextTemplate.of(known.stream().map(Body::text).toList())
                .departure(now.text())
                .map(one -> differs("body", one.original(), one.now()));
        return text.isPresent() || now.whole() ? text : bytes(known, now);
    }

    // Bytes without a readable difference: equal runs of the original demand equality, differing ones a like size.
    private Optional<Difference> bytes(List<Body> known, Body now) {
        boolean stable = known.stream().map(Body::digest).distinct().count() == 1;
        long least = known.stream().mapToLong(Body::sizeBytes).min().orElse(0);
        long most = known.stream().mapToLong(Body::sizeBytes).max().orElse(0);
        boolean patterned = !known.getFirst().text().isEmpty() && !now.text().isEmpty();
        boolean likeSize = now.sizeBytes() >= least / 2 && now.sizeBytes() <= 2 * most + 64;
        return (stable && !patterned) || !likeSize
                ? Optional.of(differs("body", shown(known.getFirst()), shown(now)))
                : Optional.empty();
    }

    private static String shown(Body body) {
        return body.sizeBytes() + " bytes " + body.digest().abbreviated();
    }

    private Difference differs(String place, String original, String now) {
        return new Difference.OtherText(question.id(), question.ask().label(), place, original, now);
    }
}
