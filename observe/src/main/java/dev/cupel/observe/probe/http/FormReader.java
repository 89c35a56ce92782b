package dev.cupel.observe.probe.http;

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
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Turns the forms of a page into requests, filled in as an ordinary visitor would.
final class FormReader {
    private static final String BOUNDARY = "----cupel-probe-7d3f1a";
    private final Origin origin;
    private final String base;
    private final String exchange;

    /// @param base the target that the form's action is relative to
    /// @param exchange the exchange whose answer holds the page
    FormReader(Origin origin, String base, String exchange) {
        this.origin = origin;
        this.base = base;
        this.exchange = exchange;
    }

    List<Ask.Http> requests(Document page) {
        List<Ask.Http> all = new ArrayList<>();
        for (Element form : page.select("form")) {
            String action = form.attr("action").isBlank() ? base : form.attr("action");
            Target.resolve(origin, base, action).ifPresent(target -> all.add(request(form, target)));
        }
        return all;
    }

    private Ask.Http request(Element form, String target) {
        List<Map.Entry<String, String>> values = FormFiller.fill(form);
        List<Borrowed> borrowed = hidden(form);
        if (!form.attr("method").equalsIgnoreCase("post")) {
            String query = encoded(values);
            return new Ask.Http(origin, "GET", Target.path(target) + (query.isEmpty() ? "" : "?" + query), List.of(), "", borrowed);
        }
        boolean multipart = form.attr("enctype").equalsIgnoreCase("multipart/form-data");
        Header type = new Header("Content-Type",
                multipart ? "multipart/form-data; boundary=" + BOUNDARY : "application/x-www-form-urlencoded");
        String body = multipart ? multipart(form, values) : encoded(values);
        return new Ask.Http(origin, "POST", target, List.of(type), body, borrowed);
    }

    // Hidden values are what servers use for tokens; whoever replays must hand back the new one.
    private List<Borrowed> hidden(Element form) {
        return form.select("input[type=hidden][name]").stream()
                .filter(input -> input.attr("value").length() >= 8)
                .map(input -> new Borrowed(exchange, input.attr("name"), input.attr("value")))
                .toList();
    }

    private static String encoded(List<Map.Entry<String, String>> values) {
        return values.stream()
                .map(one -> URLEncoder.encode(one.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String multipart(Element form, List<Map.Entry<String, String>> values) {
        StringBuilder body = new StringBuilder();
        for (Map.Entry<String, String> one : values) {
            String file = fileInput(form, one.getKey()).map(_ -> "; filename=\"cupel.txt\"\r\nContent-Type: text/plain").orElse("");
            body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"")
                    .append(one.getKey().replaceAll("[\"\\r\\n]", "_")).append('"').append(file).append("\r\n\r\n")
                    .append(one.getValue()).append("\r\n");
        }
        return body.append("--").append(BOUNDARY).append("--\r\n").toString();
    }

    private static Optional<Element> fileInput(Element form, String name) {
        return form.select("input[type=file]").stream().filter(input -> input.attr("name").equals(name)).findFirst();
    }
}
