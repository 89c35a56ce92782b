package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Asker;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Explores one web server: crawls it, asks for what it found in other ways, provokes its error pages, then changes values
/// until that brings no more new files. What may end the session or the server comes last.
public final class HttpProbing {
    private static final int VARIED_KINDS = 3;
    private static final int MUTATED_KINDS = 12;

    private final Origin origin;
    private final HttpLimits limits;
    private final Asker asker;
    private final Frontier frontier = new Frontier();
    private final ApiProbing api;
    private final Map<String, Exchange> representatives = new LinkedHashMap<>();
    private int asked;

    public HttpProbing(Origin origin, HttpLimits limits, Asker asker) {
        this.origin = origin;
        this.limits = limits;
        this.asker = asker;
        this.api = new ApiProbing(origin);
    }

    /// Asks until there is nothing new to ask or a limit is reached; true in the first case.
    public boolean explore() throws InterruptedException {
        Seeds.of(origin).forEach(frontier::add);
        drainUsual();
        for (ApiProbing.Turn turn : api.turns()) {
            for (Ask.Http request : exhausted() ? List.<Ask.Http>of() : api.requests(turn)) {
                frontier.addChosen(request);
            }
            drainUsual();
        }
        askAll(Variations.bad(origin));
        for (Exchange known : kinds()) {
            askAll(Variations.of((Ask.Http) known.ask(), (Answer.Http) known.answer()));
        }
        mutate();
        Optional<Ask.Http> next = frontier.next();
        while (next.isPresent() && !exhausted()) {
            follow(next.get());
            next = frontier.next();
        }
        return !exhausted();
    }

    private void drainUsual() throws InterruptedException {
        Optional<Ask.Http> next = frontier.nextUsual();
        while (next.isPresent() && !exhausted()) {
            follow(next.get());
            next = frontier.nextUsual();
        }
    }

    private void follow(Ask.Http ask) throws InterruptedException {
        Exchange exchange = ask(ask);
        Harvest.of(exchange).forEach(frontier::add);
        api.learn(exchange);
        if (exchange.answer() instanceof Answer.Http answer && answer.status() < 400) {
            representatives.putIfAbsent(ask.method() + " " + Target.shape(ask.target()), exchange);
        }
    }

    // One page, one style sheet, one JSON answer: what serves the first of a content type serves the others too.
    private List<Exchange> kinds() {
        Map<String, Exchange> byType = new LinkedHashMap<>();
        for (Exchange one : representatives.values()) {
            if (one.ask() instanceof Ask.Http ask && ask.method().equals("GET") && one.answer() instanceof Answer.Http answer
                    && answer.status() == 200) {
                byType.putIfAbsent(answer.header("content-type").orElse("").replaceFirst(";.*", ""), one);
            }
        }
        return byType.values().stream().limit(VARIED_KINDS).toList();
    }

    private void mutate() throws InterruptedException {
        List<Ask.Http> known = new ArrayList<>();
        for (Exchange one : representatives.values()) {
            if (one.ask() instanceof Ask.Http ask && !Mutations.round(1, List.of(ask)).isEmpty() && known.size() < MUTATED_KINDS) {
                known.add(ask);
            }
        }
        int quiet = 0;
        for (int round = 0; round < Mutations.rounds() && quiet < limits.quietRounds() && !known.isEmpty(); round++) {
            quiet = askAll(Mutations.round(round, known)) > 0 ? 0 : quiet + 1;
        }
    }

    /// Returns how many new files the requests brought together.
    private long askAll(List<Ask.Http> asks) throws InterruptedException {
        long newFiles = 0;
        for (Ask.Http ask : asks) {
            if (!exhausted()) {
                newFiles += ask(ask).newFiles();
            }
        }
        return newFiles;
    }

    private Exchange ask(Ask.Http ask) throws InterruptedException {
        asked++;
        return asker.ask(ask);
    }

    private boolean exhausted() {
        return asked >= limits.requests() || asker.exhausted();
    }
}
