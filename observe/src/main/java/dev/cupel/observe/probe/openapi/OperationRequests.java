package dev.cupel.observe.probe.openapi;

import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Borrowed;
import dev.cupel.observe.probe.transcript.Header;
import dev.cupel.observe.probe.transcript.Origin;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The requests of one operation: an ordinary one first, then with other choices and values at the borders, then wrong ones.
///
/// @param ids values seen in earlier answers, for parameters in the path whose author gave no example
public record OperationRequests(Origin origin, String basePath, Operation operation, Map<String, Borrowed> ids) {
    private static final int MOST = 12;

    /// At least the ordinary one.
    public List<Ask.Http> all() {
        List<Ask.Http> all = new ArrayList<>();
        all.add(request(Optional.empty(), "", operation.body().map(Operation.Body::value)));
        for (Parameter parameter : operation.parameters()) {
            parameter.others().forEach(value -> all.add(request(Optional.of(parameter), value, operation.body().map(Operation.Body::value))));
        }
        operation.body().ifPresent(body -> {
            JsonNode value = body.value();
            all.add(request(Optional.empty(), "", Optional.of(value.isObject() ? value.path("cupel-none") : value)));
            for (String member : value.propertyNames()) {
                all.add(request(Optional.empty(), "", Optional.of(BodyText.without(value, member))));
            }
        });
        return all.stream().distinct().limit(MOST).toList();
    }

    private Ask.Http request(Optional<Parameter> changed, String value, Optional<JsonNode> body) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        List<Header> headers = new ArrayList<>();
        List<Borrowed> borrowed = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            boolean isChanged = changed.isPresent() && changed.get().equals(parameter);
            Optional<Borrowed> known = Optional.ofNullable(ids.get(collection(parameter.name()))).filter(_ -> !isChanged && !parameter.given());
            String chosen = isChanged ? value : known.map(Borrowed::value).orElse(parameter.usual());
            switch (parameter.place()) {
                case "path" -> {
                    path = path.replace("{" + parameter.name() + "}", encoded(chosen));
                    known.ifPresent(borrowed::add);
                }
                case "query" -> query.add(encoded(parameter.name()) + "=" + encoded(chosen));
                case "header" -> header(parameter.name(), chosen).ifPresent(headers::add);
                default -> { } // cookies are the server's to set
            }
        }
        String target = basePath + path.replaceAll("\\{[^}/]*}", "1") + (query.isEmpty() ? "" : "?" + String.join("&", query));
        String text = body.map(one -> BodyText.of(mediaType(), one)).orElse("");
        if (!text.isEmpty()) {
            headers.add(new Header("Content-Type", mediaType()));
        }
        return new Ask.Http(origin, operation.method(), target, headers, text, borrowed);
    }

    /// The path of the collection that a placeholder picks from: `/items` for `/items/{id}/parts`.
    private String collection(String name) {
        int at = operation.path().indexOf("/{" + name + "}");
        return at < 0 ? "" : basePath + operation.path().substring(0, at);
    }

    private String mediaType() {
        return operation.body().map(Operation.Body::mediaType).filter(type -> type.matches("[\\w.+-]+/[\\w.+-]+")).orElse("application/json");
    }

    private static Optional<Header> header(String name, String value) {
        boolean legal = name.matches("[A-Za-z0-9-]+") && value.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        return legal ? Optional.of(new Header(name, value)) : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String form(JsonNode value) {
        return value.properties().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue().asString(one.getValue().toString())))
                .collect(Collectors.joining("&"));
    }
}
