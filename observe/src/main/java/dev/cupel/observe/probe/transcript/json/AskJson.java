package dev.cupel.observe.probe.transcript.json;

import dev.cupel.image.Quoted;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Borrowed;
import dev.cupel.observe.probe.transcript.Header;
import dev.cupel.observe.probe.transcript.Login;
import dev.cupel.observe.probe.transcript.Origin;
import dev.cupel.observe.probe.transcript.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Questions as JSON objects; `kind` tells which.
final class AskJson {
    private static final long LONGEST_MILLIS = Duration.ofDays(7).toMillis();

    private AskJson() {}

    static void write(Ask ask, ObjectNode to) {
        switch (ask) {
            case Ask.Start(var ports) -> ports.forEach(to.put("kind", "start").putArray("ports")::add);
            case Ask.Survey() -> to.put("kind", "survey");
            case Ask.Http http -> http(http, to.put("kind", "http"));
            case Ask.Talk talk -> {
                to.put("kind", "talk").put("port", talk.port()).put("service", talk.service().title()).put("user", talk.login().user())
                        .put("passwordVariable", talk.login().passwordVariable()).put("database", talk.login().database());
                talk.lines().forEach(to.putArray("lines")::add);
            }
            case Ask.Exec exec -> {
                to.put("kind", "exec").put("purpose", exec.purpose()).put("timeoutMillis", exec.timeout().toMillis());
                exec.command().forEach(to.putArray("command")::add);
                exec.environment().forEach(to.putObject("environment")::put);
            }
            case Ask.HostTest test -> {
                to.put("kind", "test").put("timeoutMillis", test.timeout().toMillis());
                test.command().forEach(to.putArray("command")::add);
                test.ports().forEach(to.putArray("ports")::add);
            }
            case Ask.Turn turn -> to.put("kind", "turn").put("name", turn.name()).put("signal", turn.signal());
        }
    }

    static Ask read(Fields from) throws MalformedTranscript {
        return switch (from.text("kind")) {
            case "start" -> new Ask.Start(from.ports("ports"));
            case "survey" -> new Ask.Survey();
            case "http" -> http(from);
            case "talk" -> new Ask.Talk((int) from.number("port", 1, 65_535), service(from),
                    new Login(from.text("user"), from.text("passwordVariable"), from.text("database")), from.texts("lines"));
            case "exec" -> new Ask.Exec(from.text("purpose"), from.texts("command"), from.map("environment"), timeout(from));
            case "test" -> new Ask.HostTest(from.texts("command"), from.ports("ports"), timeout(from));
            case "turn" -> new Ask.Turn(from.text("name"), from.text("signal"));
            default -> throw new MalformedTranscript("%s.kind is %s, which no question is".formatted(from.place(), Quoted.of(from.text("kind"))));
        };
    }

    private static void http(Ask.Http http, ObjectNode to) {
        to.put("port", http.origin().port()).put("tls", http.origin().tls()).put("method", http.method()).put("target", http.target());
        headers(http.headers(), to.putArray("headers"));
        BodyJson.writeText(http.body(), to);
        ArrayNode borrowed = to.putArray("borrowed");
        http.borrowed().forEach(one ->
                borrowed.addObject().put("exchange", one.exchange()).put("place", one.place()).put("value", one.value()));
    }

    private static Ask.Http http(Fields from) throws MalformedTranscript {
        List<Borrowed> borrowed = new ArrayList<>();
        for (Fields one : from.children("borrowed")) {
            borrowed.add(new Borrowed(one.text("exchange"), one.text("place"), one.text("value")));
        }
        String target = from.text("target");
        if (!target.startsWith("/") && !target.equals("*")) {
            throw new MalformedTranscript(from.place() + ".target does not begin with a slash: " + Quoted.of(target));
        }
        Origin origin = new Origin((int) from.number("port", 1, 65_535), from.flag("tls"));
        return new Ask.Http(origin, from.text("method"), target, headers(from), BodyJson.readText(from), borrowed);
    }

    static void headers(List<Header> headers, ArrayNode to) {
        headers.forEach(one -> to.addObject().put("name", one.name()).put("value", one.value()));
    }

    static List<Header> headers(Fields from) throws MalformedTranscript {
        List<Header> headers = new ArrayList<>();
        for (Fields one : from.children("headers")) {
            headers.add(new Header(one.text("name"), one.text("value")));
        }
        return headers;
    }

    private static Service service(Fields from) throws MalformedTranscript {
        String title = from.text("service");
        for (Service service : Service.values()) {
            if (service.title().equals(title.toLowerCase(Locale.ROOT))) {
                return service;
            }
        }
        throw new MalformedTranscript("%s.service is %s, which is none".formatted(from.place(), Quoted.of(title)));
    }

    private static Duration timeout(Fields from) throws MalformedTranscript {
        return Duration.ofMillis(from.number("timeoutMillis", 0, LONGEST_MILLIS));
    }
}
