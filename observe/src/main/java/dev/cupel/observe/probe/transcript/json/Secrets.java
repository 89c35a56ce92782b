package dev.cupel.observe.probe.transcript.json;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Values that must not be written anywhere: those of variables whose names say so.
///
/// @param values longest first, so that one that contains another goes first
public record Secrets(List<String> values) {
    private static final Pattern NAME = Pattern.compile("(?i)pass(word|wd|phrase)?$|password|secret|token|credential|api_?key|private_?key|access_?key");
    // A shorter value is found in ordinary text too, and masking it there would tell it.
    private static final int SHORTEST = 4;
    private static final String MASK = "***";
    // The form's own words; a password "http" must not destroy it.
    private static final Set<String> STRUCTURE = Set.of("kind", "id", "exchange", "service", "digest", "method", "passwordVariable");

    public Secrets {
        values = List.copyOf(values);
    }

    /// Those of a container's environment.
    public static Secrets of(Map<String, String> environment) {
        return new Secrets(environment.entrySet().stream()
                .filter(one -> NAME.matcher(one.getKey()).find() && one.getValue().length() >= SHORTEST)
                .map(Map.Entry::getValue)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    /// The text with each secret in it replaced by three stars.
    public String mask(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        return masked;
    }

    void maskIn(JsonNode node) {
        if (values.isEmpty()) {
            return;
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(one -> {
                maskIn(one.getValue());
                if (one.getValue().isString() && !STRUCTURE.contains(one.getKey())) {
                    one.setValue(object.stringNode(mask(one.getValue().asString())));
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                maskIn(array.get(i));
                if (array.get(i).isString()) {
                    array.set(i, array.stringNode(mask(array.get(i).asString())));
                }
            }
        }
    }
}
