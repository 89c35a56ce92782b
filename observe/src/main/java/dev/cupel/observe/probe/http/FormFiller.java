package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.PlausibleValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// Plausible values for the fields of a form: what the page proposes, else what type and name suggest. Always the same.
final class FormFiller {
    private static final int MOST_FIELDS = 60;
    private static final int LONGEST = 200;

    private FormFiller() {}

    static List<Map.Entry<String, String>> fill(Element form) {
        List<Map.Entry<String, String>> values = new ArrayList<>();
        for (Element field : form.select("input[name],select[name],textarea[name],button[name]")) {
            if (values.size() < MOST_FIELDS && isSent(field, values)) {
                values.add(Map.entry(field.attr("name"), value(field)));
            }
        }
        return values;
    }

    // Of a group of radio buttons one is sent, and of several submit buttons the one that is pressed.
    private static boolean isSent(Element field, List<Map.Entry<String, String>> values) {
        boolean oneOfGroup = switch (field.attr("type").toLowerCase(Locale.ROOT)) {
            case "radio", "submit", "image" -> true;
            case "button", "reset" -> false;
            default -> field.normalName().equals("button");
        };
        boolean inert = List.of("button", "reset").contains(field.attr("type").toLowerCase(Locale.ROOT));
        return !inert && !(oneOfGroup && values.stream().anyMatch(one -> one.getKey().equals(field.attr("name"))));
    }

    private static String value(Element field) {
        if (field.normalName().equals("select")) {
            return Optional.ofNullable(field.selectFirst("option[selected]"))
                    .or(() -> field.select("option").stream().filter(option -> !option.attr("value").isEmpty()).findFirst())
                    .map(option -> option.hasAttr("value") ? option.attr("value") : option.text())
                    .orElse("");
        }
        String proposed = field.normalName().equals("textarea") ? field.text() : field.attr("value");
        return proposed.isEmpty() ? bounded(field, byType(field)) : proposed;
    }

    private static String byType(Element field) {
        return switch (field.attr("type").toLowerCase(Locale.ROOT)) {
            case "email" -> "probe@example.com";
            case "password" -> "Cupel-Probe-1";
            case "number", "range" -> field.attr("min").isEmpty() ? "1" : field.attr("min");
            case "date" -> "2024-02-29";
            case "datetime-local" -> "2024-02-29T12:30";
            case "time" -> "12:30";
            case "month" -> "2024-02";
            case "week" -> "2024-W09";
            case "url" -> "http://127.0.0.1/";
            case "tel" -> "+49301234567";
            case "color" -> "#336699";
            case "checkbox", "radio" -> "on";
            case "file" -> "cupel probe\n";
            default -> PlausibleValue.named(field.attr("name"));
        };
    }

    private static String bounded(Element field, String value) {
        String limit = field.attr("maxlength");
        int longest = limit.matches("\\d{1,4}") ? Integer.parseInt(limit) : LONGEST;
        return value.length() > longest ? value.substring(0, longest) : value;
    }
}
