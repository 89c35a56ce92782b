package dev.cupel.observe.probe.file;

import dev.cupel.image.Quoted;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Expectation;
import dev.cupel.observe.probe.transcript.Header;
import dev.cupel.observe.probe.transcript.Login;
import dev.cupel.observe.probe.transcript.Origin;
import dev.cupel.observe.probe.transcript.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads one step: exactly one of `request`, `talk`, `exec` and `test`.
///
/// @param usualPort of steps that name none
record StepReader(int usualPort, boolean usualTls) {
    private static final Set<String> KINDS = new TreeSet<>(Set.of("request", "talk", "exec", "test"));
    private static final Set<String> COMMON = Set.of("name", "port", "expect");
    private static final long LONGEST_SECONDS = 3_600;

    ProbeFile.Question read(Members step) throws MalformedProbeFile {
        List<String> kinds = KINDS.stream().filter(step::has).toList();
        if (kinds.size() != 1) {
            throw new MalformedProbeFile(step.place() + " must have one of " + String.join(", ", KINDS));
        }
        Expectation expectation = step.has("expect") ? expectation(step.child("expect")) : Expectation.ANYTHING;
        Ask ask = switch (kinds.getFirst()) {
            case "request" -> request(step);
            case "talk" -> talk(step);
            case "exec" -> exec(step);
            default -> test(step);
        };
        return new ProbeFile.Question(step.has("name") ? step.text("name") : ask.label(), ask, expectation);
    }

    // `GET /path` or the path alone.
    private Ask request(Members step) throws MalformedProbeFile {
        only(step, "request", "tls", "headers", "body");
        String[] words = step.text("request").strip().split("\\s+", 2);
        String method = words.length == 2 ? words[0] : "GET";
        String target = words[words.length - 1];
        if (!method.matches("[A-Z]{1,20}") || !target.startsWith("/")) {
            throw new MalformedProbeFile("%s: %s is not a request; write METHOD /path, or /path".formatted(
                    step.place(), Quoted.of(step.text("request"))));
        }
        List<Header> headers = new ArrayList<>();
        step.map("headers").forEach((name, value) -> headers.add(new Header(name, value)));
        boolean tls = step.has("tls") ? step.flag("tls") : usualTls;
        return new Ask.Http(new Origin(port(step), tls), method, target, headers, step.text("body"), List.of());
    }

    private Ask talk(Members step) throws MalformedProbeFile {
        only(step, "talk", "say", "user", "password-variable", "database");
        String name = step.text("talk");
        List<Service> known = Arrays.stream(Service.values()).filter(one -> one.title().equals(name.toLowerCase(Locale.ROOT))).toList();
        if (known.isEmpty()) {
            throw new MalformedProbeFile("%s: %s is no service that can be talked to; there are %s".formatted(step.place(), Quoted.of(name),
                    Arrays.stream(Service.values()).map(Service::title).collect(Collectors.joining(", "))));
        }
        Login login = new Login(step.text("user"), step.text("password-variable"), step.text("database"));
        return new Ask.Talk(port(step), known.getFirst(), login, step.texts("say"));
    }

    private Ask exec(Members step) throws MalformedProbeFile {
        only(step, "exec", "environment", "timeout");
        String purpose = step.has("name") ? step.text("name") : "exec";
        return new Ask.Exec(purpose, command(step, "exec"), step.map("environment"), timeout(step));
    }

    private Ask test(Members step) throws MalformedProbeFile {
        only(step, "test", "timeout");
        return new Ask.HostTest(command(step, "test"), new TreeSet<>(List.of(port(step))), timeout(step));
    }

    private static List<String> command(Members step, String key) throws MalformedProbeFile {
        List<String> written = step.texts(key);
        try {
            return written.size() == 1 ? CommandWords.split(written.getFirst()) : requireWords(written);
        } catch (IllegalArgumentException e) {
            throw new MalformedProbeFile("%s: %s: %s".formatted(step.place(), key, e.getMessage()));
        }
    }

    private static List<String> requireWords(List<String> words) {
        if (words.isEmpty() || words.getFirst().isEmpty()) {
            throw new IllegalArgumentException("the command is empty");
        }
        return words;
    }

    private static Expectation expectation(Members expect) throws MalformedProbeFile {
        expect.only(Set.of("status", "exit-code", "contains", "absent", "headers"));
        List<Header> headers = new ArrayList<>();
        expect.map("headers").forEach((name, value) -> headers.add(new Header(name, value)));
        return new Expectation(optional(expect, "status", 100, 999), optional(expect, "exit-code", 0, 255),
                expect.texts("contains"), expect.texts("absent"), headers);
    }

    private static OptionalInt optional(Members members, String name, int least, int most) throws MalformedProbeFile {
        return members.has(name) ? OptionalInt.of((int) members.number(name, least, least, most)) : OptionalInt.empty();
    }

    private static void only(Members step, String... own) throws MalformedProbeFile {
        Set<String> known = new TreeSet<>(COMMON);
        known.addAll(List.of(own));
        step.only(known);
    }

    private int port(Members step) throws MalformedProbeFile {
        return (int) step.number("port", usualPort, 1, 65_535);
    }

    private static Duration timeout(Members step) throws MalformedProbeFile {
        return Duration.ofSeconds(step.number("timeout", 60, 1, LONGEST_SECONDS));
    }
}
