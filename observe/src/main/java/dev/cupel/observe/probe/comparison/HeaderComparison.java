package dev.cupel.observe.probe.comparison;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Compares header fields in any order. Times of files and tags made of them are compared as they are: a slim image keeps
/// its files' times. Of cookies only the names are compared.
record HeaderComparison(Exchange question, List<Answer.Http> originals) {
    // The body's length is told by the body; the others depend on the moment or the connection.
    private static final Set<String> VARYING =
            Set.of("date", "age", "expires", "content-length", "connection", "keep-alive", "transfer-encoding", "x-runtime", "server-timing");
    private static final Set<String> EXACT = Set.of("last-modified", "etag");
    // Lists whose order means nothing (RFC 9110, Fetch): servers that keep them in hash sets write them in another order every time.
    private static final Set<String> SETS = Set.of(
            "allow", "vary", "accept-ranges", "access-control-allow-headers", "access-control-allow-methods", "access-control-expose-headers");

    List<Difference> with(Answer.Http now) {
        Set<String> names = new TreeSet<>();
        originals.getFirst().headers().forEach(one -> names.add(one.name()));
        now.headers().forEach(one -> names.add(one.name()));
        names.removeAll(VARYING);
        List<Difference> all = new ArrayList<>();
        for (String name : names) {
            List<String> known = originals.stream().map(one -> value(one, name)).distinct().toList();
            String value = value(now, name);
            // Two values in two runs: it varies. What is absent once may be absent always.
            boolean fits = known.contains(value) || (known.size() > 1 && (!value.isEmpty() || known.contains("")));
            if (!fits) {
                all.add(new Difference.OtherHeader(question.id(), question.ask().label(), name, known.getFirst(), value));
            }
        }
        return all;
    }

    private static String value(Answer.Http answer, String name) {
        List<String> values = answer.headers().stream()
                .filter(one -> one.name().equals(name))
                .map(Header::value)
                .flatMap(value -> SETS.contains(name) ? Stream.of(value.split(",")).map(String::strip) : Stream.of(value))
                .map(value -> name.equals("set-cookie") ? value.replaceFirst("=.*", "") : value)
                .sorted()
                .toList();
        String all = String.join(", ", values);
        return EXACT.contains(name) ? all : Normaliser.normal(all);
    }
}
