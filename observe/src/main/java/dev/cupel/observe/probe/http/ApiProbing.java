package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.document.MalformedDocument;
import dev.cupel.observe.probe.openapi.ApiDescription;
import dev.cupel.observe.probe.openapi.Operation;
import dev.cupel.observe.probe.openapi.OperationRequests;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Exercises what API descriptions list: collections are made before they are read and deleted from last, so that requests
/// for single items can use ids that earlier answers gave.
final class ApiProbing {
    private static final List<String> ORDER = List.of("POST", "GET", "HEAD", "OPTIONS", "PUT", "PATCH", "TRACE", "DELETE");
    private final Origin origin;
    private final KnownIds ids = new KnownIds();
    private final List<ApiDescription> descriptions = new ArrayList<>();

    ApiProbing(Origin origin) {
        this.origin = origin;
    }

    /// Takes note of an answer: it may be a description, or mention ids.
    void learn(Exchange exchange) {
        ids.learn(exchange);
        description(exchange).filter(one -> !descriptions.contains(one)).ifPresent(descriptions::add);
    }

    /// An operation whose requests can be made up when its turn comes, with what is known then.
    record Turn(ApiDescription description, Operation operation) {}

    /// All operations in the order to ask them.
    List<Turn> turns() {
        List<Turn> all = new ArrayList<>();
        descriptions.forEach(one -> one.operations().forEach(operation -> all.add(new Turn(one, operation))));
        // Shorter paths first: collections before their items, items before their parts.
        all.sort(Comparator.comparingInt((Turn turn) -> turn.operation().method().equals("DELETE") ? 1 : 0)
                .thenComparingInt(turn -> turn.operation().path().split("/", -1).length)
                .thenComparingInt(turn -> ORDER.indexOf(turn.operation().method())));
        return all;
    }

    List<Ask.Http> requests(Turn turn) {
        return new OperationRequests(origin, turn.description().basePath(), turn.operation(), ids.byCollection()).all();
    }

    private static Optional<ApiDescription> description(Exchange exchange) {
        if (!(exchange.answer() instanceof Answer.Http answer) || answer.status() != 200 || !ApiDescription.looksLike(answer.body().text())) {
            return Optional.empty();
        }
        try {
            return Optional.of(ApiDescription.read(answer.body().text()));
        } catch (MalformedDocument e) {
            return Optional.empty(); // a page that only talks about an API; it is crawled like any other
        }
    }
}
